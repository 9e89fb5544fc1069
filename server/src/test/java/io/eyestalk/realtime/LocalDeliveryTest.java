package io.eyestalk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalDeliveryTest {
    private static final RoomId ROOM = new RoomId("r1");
    private static final Map<String, Object> NEWS = Map.of();

    private final LiveSessions sessions = new LiveSessions();
    private final List<Duration> delays = new ArrayList<>();
    private final LocalDelivery delivery = new LocalDelivery(sessions);
    private final Relay relay =
            new InMemoryRelay(delivery, new Observers(List.of(new DelayList())));
    private final Broadcaster broadcaster = new RelayingBroadcaster(relay, delivery);
    private final FakeSocket anna = new FakeSocket("c-anna");
    private final FakeSocket ben = new FakeSocket("c-ben");
    private final FakeSocket lobby = new FakeSocket("c-lobby");
    private final SocketSession annaSession = anna.open(sessions);
    private final SocketSession benSession = ben.open(sessions);

    LocalDeliveryTest() {
        lobby.open(sessions);
        sit(annaSession, "anna");
        sit(benSession, "ben");
    }

    @Test
    void reachesExactlyThoseWhoAreMeant() {
        broadcaster.toRoom(ROOM, "all", NEWS);
        broadcaster.toOthers(ROOM, new MemberId("anna"), "others", NEWS);
        broadcaster.toLobby("lobby", NEWS);
        var reached = broadcaster.toMember(ROOM, new MemberId("anna"), "one", NEWS);

        assertThat(anna.news()).hasSize(2);
        assertThat(ben.news()).hasSize(2);
        assertThat(lobby.news()).hasSize(1);
        assertThat(reached).isEqualTo(Delivery.REACHED);
        assertThat(anna.news().getFirst()).isSameAs(ben.news().getFirst());
    }

    @Test
    void tellsObserversHowLongNewsWasUnderWay() {
        broadcaster.toRoom(ROOM, "all", NEWS);

        assertThat(delays).hasSize(1).allMatch(Duration::isPositive);
    }

    /** Keeps every delay. */
    private final class DelayList implements RealtimeObserver {
        @Override
        public void relayed(Duration delay) {
            delays.add(delay);
        }
    }

    @Test
    void tellsWhenNobodyIsReached() {
        var elsewhere = broadcaster.toMember(new RoomId("r2"), new MemberId("anna"), "one", NEWS);
        anna.close();
        var gone = broadcaster.toMember(ROOM, new MemberId("anna"), "one", NEWS);

        assertThat(elsewhere).isEqualTo(Delivery.NOBODY);
        assertThat(gone).isEqualTo(Delivery.NOBODY);
    }

    @Test
    void newsWaitsUntilTheAnswerIsOut() {
        annaSession.bind(seat("anna"));

        broadcaster.toRoom(ROOM, "first", NEWS);
        broadcaster.toRoom(ROOM, "second", NEWS);
        var whileHeld = anna.news().size();
        annaSession.release();

        assertThat(whileHeld).isZero();
        assertThat(anna.news()).containsExactlyElementsOf(ben.news());
    }

    @Test
    void anOlderConnectionOfAMemberHearsNothingAnyMore() {
        var newer = new FakeSocket("c-anna-2");

        sit(newer.open(sessions), "anna");
        broadcaster.toRoom(ROOM, "all", NEWS);

        assertThat(newer.news()).hasSize(1);
        assertThat(anna.news()).isEmpty();
        assertThat(annaSession.binding()).isEmpty();
    }

    @Test
    void theEndOfAnOlderConnectionDoesNotTakeTheNewOneAway() {
        var newer = new FakeSocket("c-anna-2");
        sit(newer.open(sessions), "anna");

        annaSession.end();

        assertThat(broadcaster.toMember(ROOM, new MemberId("anna"), "one", NEWS))
                .isEqualTo(Delivery.REACHED);
    }

    @Test
    void whoLeftIsInTheLobbyAgain() {
        annaSession.unbind();

        broadcaster.toRoom(ROOM, "all", NEWS);
        broadcaster.toLobby("lobby", NEWS);

        assertThat(anna.news()).hasSize(1);
    }

    @Test
    void aConnectionThatEndedKeepsItsSeatKnownAndHearsNothing() {
        annaSession.end();
        annaSession.bind(seat("anna"));

        broadcaster.toRoom(ROOM, "all", NEWS);
        broadcaster.toLobby("lobby", NEWS);

        assertThat(annaSession.binding()).contains(seat("anna"));
        assertThat(sessions.find(annaSession.id())).isEmpty();
        assertThat(anna.news()).isEmpty();
    }

    @Test
    void knowsWhoIsSeated() {
        benSession.unbind();

        assertThat(sessions.seated()).containsExactly(annaSession);
    }

    private static void sit(SocketSession session, String name) {
        session.bind(seat(name));
        session.release();
    }

    private static Seat seat(String name) {
        return new Seat(ROOM, new MemberId(name), new Nickname(name));
    }
}
