package io.eyestalk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.FakeBroadcaster;
import io.eyestalk.realtime.FakeRoomLog;
import io.eyestalk.realtime.Seat;
import io.eyestalk.realtime.Sent;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberReturned;
import io.eyestalk.room.Room;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissedChatTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:21:30Z");
    private static final RoomId ROOM = new RoomId("r1");
    private static final Duration JOINED = Duration.ofSeconds(50);

    private final FakeBroadcaster broadcaster = new FakeBroadcaster();
    private final FakeRoomLog log = new FakeRoomLog();
    private final MissedChat missed =
            new MissedChat(log, broadcaster, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void saysAgainWhatAMemberCouldHear() {
        keep("toAll", "ben", null, Duration.ofSeconds(10));
        keep("toAnna", "ben", "anna", Duration.ofSeconds(9));
        keep("toCarl", "ben", "carl", Duration.ofSeconds(8));
        keep("byAnna", "anna", "ben", Duration.ofSeconds(7));

        missed.on(returned(JOINED));

        assertThat(told()).extracting(ChatMessage::id).containsExactly("toAll", "toAnna", "byAnna");
        assertThat(told())
                .extracting(ChatMessage::target)
                .containsExactly("other", "other", "self");
    }

    @Test
    void saysNothingOfBeforeTheyJoinedOrOfLongAgo() {
        keep("beforeAnna", "ben", null, JOINED.plusMillis(1));
        missed.on(returned(JOINED));

        keep("longAgo", "ben", null, Duration.ofSeconds(61));
        missed.on(returned(Duration.ofMinutes(5)));

        assertThat(told()).extracting(ChatMessage::id).containsExactly("beforeAnna");
    }

    private List<ChatMessage> told() {
        return broadcaster.sent().stream().map(Sent::payload).map(ChatMessage.class::cast).toList();
    }

    private void keep(String id, String sender, @Nullable String addressee, Duration ago) {
        var seat = new Seat(ROOM, new MemberId(sender), new Nickname(sender));
        var wish = new ChatPolicy.Wish("text", addressee != null, addressee);
        var line = ChatPolicy.check(seat.member(), wish);
        var message = ChatMessage.of(id, NOW.minus(ago), seat, line);
        log.keep(ROOM, KeptLine.of(message, line.addressee()).toEntry());
    }

    private static MemberReturned returned(Duration joinedAgo) {
        var anna =
                new Member(
                        new MemberId("anna"),
                        ROOM,
                        new Nickname("anna"),
                        NOW.minus(joinedAgo),
                        false);
        var room = new Room(ROOM, new RoomName("Study"), 4, 2, NOW, false);
        return new MemberReturned(room, anna, false, new ConnectionId("c1"), List.of());
    }
}
