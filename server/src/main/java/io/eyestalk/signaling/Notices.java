package io.eyestalk.signaling;

import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.room.Member;
import io.eyestalk.shared.IdGenerator;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.springframework.stereotype.Component;

/** The lines in the chat that say who came and who went. */
@Component
class Notices {
    private static final DateTimeFormatter ISO_MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Broadcaster broadcaster;
    private final IdGenerator ids;
    private final Clock clock;

    Notices(Broadcaster broadcaster, IdGenerator ids, Clock clock) {
        this.broadcaster = broadcaster;
        this.ids = ids;
        this.clock = clock;
    }

    record Notice(String id, String at, String sid, String name, String type) {}

    void joined(Member member) {
        tell(member, "join");
    }

    void left(Member member) {
        tell(member, "disconnect");
    }

    private void tell(Member member, String type) {
        var notice =
                new Notice(
                        ids.next(),
                        ISO_MILLIS.format(clock.instant()),
                        member.id().value(),
                        member.nickname().value(),
                        type);
        broadcaster.toOthersHere(member.room(), member.id(), "chatting", notice);
    }
}
