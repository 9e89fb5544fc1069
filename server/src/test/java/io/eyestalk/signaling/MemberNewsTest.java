package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.FakeBroadcaster;
import io.eyestalk.realtime.FakeSession;
import io.eyestalk.realtime.Sent;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberAway;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.MemberLeft;
import io.eyestalk.room.MemberReturned;
import io.eyestalk.room.Room;
import io.eyestalk.room.Via;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberNewsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:21:30.500Z");
    private static final Room ROOM =
            new Room(new RoomId("r1"), new RoomName("Study"), 4, 2, NOW, false);

    private final FakeSession anna = FakeSession.seated("anna");
    private final FakeBroadcaster broadcaster = new FakeBroadcaster();
    private final MediaStates states = new MediaStates();
    private final Sharing sharing = new Sharing(broadcaster, states);
    private final MemberNews news =
            new MemberNews(
                    new Announcements(
                            broadcaster,
                            new Notices(
                                    broadcaster, () -> "id-1", Clock.fixed(NOW, ZoneOffset.UTC))),
                    new OneSession(anna),
                    states,
                    sharing);

    @Test
    void tellsTheOthersWhoJoined() {
        news.on(joined());

        assertThat(broadcaster.sent())
                .containsExactly(
                        toOthers("user-connect", new Announcements.Connected("anna", "Name anna")),
                        toOthers("chatting", notice("join")));
    }

    @Test
    void tellsTheOthersWhoIsAwayAndBack() {
        news.on(new MemberAway(ROOM, member(), anna.id()));
        news.on(new MemberReturned(ROOM, member(), false, anna.id(), List.of()));

        assertThat(broadcaster.sent())
                .containsExactly(
                        toOthers("user-away", new Sid("anna")),
                        toOthers("user-back", new Announcements.Back("anna", false)));
    }

    @Test
    void tellsThoseWhoStayWhoIsGone() {
        news.on(joined());
        broadcaster.sent().clear();

        news.on(new MemberLeft(ROOM, member(), anna.id(), MemberLeft.Reason.LOST));

        assertThat(broadcaster.sent())
                .containsExactly(
                        toOthers("user-disconnect", new Announcements.Disconnected("anna", "lost")),
                        toOthers("chatting", notice("disconnect")));
        assertThat(anna.binding()).isEmpty();
    }

    @Test
    void endsTheShareOfWhoLeaves() {
        news.on(joined());
        sharing.start(anna.seat());
        broadcaster.sent().clear();

        news.on(new MemberLeft(ROOM, member(), anna.id(), MemberLeft.Reason.LEFT));

        assertThat(broadcaster.sent().getFirst()).isEqualTo(toOthers("share-end", new Sid("anna")));
        assertThat(states.of(new MemberId("anna"))).isEqualTo(MediaState.UNTOLD);
    }

    @Test
    void endsTheShareOfWhoReloadedButNotOfWhoOnlyReconnected() {
        news.on(joined());
        sharing.start(anna.seat());
        broadcaster.sent().clear();

        news.on(new MemberReturned(ROOM, member(), false, anna.id(), List.of()));
        var afterReconnect = states.of(new MemberId("anna")).sharing();
        news.on(new MemberReturned(ROOM, member(), true, anna.id(), List.of()));

        assertThat(afterReconnect).isTrue();
        assertThat(broadcaster.sent())
                .extracting(Sent::event)
                .containsExactly("user-back", "share-end", "user-back");
    }

    @Test
    void keepsNothingAboutWhoIsGone() {
        states.change(new MemberId("ghost"), state -> state.with(false, false));

        assertThat(states.of(new MemberId("ghost"))).isEqualTo(MediaState.UNTOLD);
    }

    private MemberJoined joined() {
        return new MemberJoined(ROOM, member(), anna.id(), List.of(), "token", Via.SOCKET);
    }

    private static Member member() {
        return new Member(new MemberId("anna"), ROOM.id(), new Nickname("Name anna"), NOW, false);
    }

    private static Sent toOthers(String event, Object payload) {
        return new Sent("others than anna in r1", event, payload);
    }

    private static Notices.Notice notice(String type) {
        return new Notices.Notice("id-1", "2026-11-23T10:21:30.500Z", "anna", "Name anna", type);
    }

    private record OneSession(FakeSession session) implements Sessions {
        @Override
        public Optional<Session> find(ConnectionId id) {
            return Optional.<Session>of(session).filter(live -> live.id().equals(id));
        }

        @Override
        public Optional<Session> of(RoomId room, MemberId member) {
            return Optional.empty();
        }

        @Override
        public List<Session> seated() {
            return List.of(session);
        }
    }
}
