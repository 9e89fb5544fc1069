package io.eyestalk.chat;

import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.RoomLog;
import io.eyestalk.room.MemberReturned;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says again what was said lately to whoever comes back: nobody knows exactly when a connection was
 * lost. Clients know lines by their id.
 */
@Component
class MissedChat {
    private final RoomLog log;
    private final Broadcaster broadcaster;
    private final Clock clock;

    MissedChat(RoomLog log, Broadcaster broadcaster, Clock clock) {
        this.log = log;
        this.broadcaster = broadcaster;
        this.clock = clock;
    }

    @EventListener
    void on(MemberReturned event) {
        var member = event.member();
        var since = clock.instant().minus(RoomLog.KEPT);
        for (var entry : log.read(member.room())) {
            KeptLine.ofEntry(entry)
                    .copyFor(member, since)
                    .ifPresent(
                            line ->
                                    broadcaster.toMember(
                                            member.room(),
                                            member.id(),
                                            ChattingHandler.EVENT,
                                            line));
        }
    }
}
