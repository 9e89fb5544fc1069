package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.FakeBulletins;
import io.eyestalk.realtime.FakeSession;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.RoomFixture;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerStateHandlerTest {
    private final FakeSession anna = FakeSession.seated("anna");
    private final FakeSession ben = FakeSession.seated("ben");
    private final FakeBulletins bulletins = new FakeBulletins();
    private final PeerStateHandler handler =
            new PeerStateHandler(
                    new RoomFixture().presence(),
                    new Seated(List.of(anna, ben)),
                    bulletins,
                    new SignalingProperties(Duration.ofSeconds(2)));

    @Test
    void asksWhoIsNotHeardAnyMoreForASignOfLife() {
        handler.handle(anna, new PeerStateHandler.PeerState(new MemberId("ben"), false));

        assertThat(ben.probes()).containsExactly(Duration.ofSeconds(2));
        assertThat(anna.probes()).isEmpty();
    }

    @Test
    void leavesWhoIsHeardAlone() {
        handler.handle(anna, new PeerStateHandler.PeerState(new MemberId("ben"), true));

        assertThat(ben.probes()).isEmpty();
    }

    @Test
    void hasWhoIsOnAnotherNodeAskedThere() {
        handler.handle(anna, new PeerStateHandler.PeerState(new MemberId("carl"), false));

        assertThat(ben.probes()).isEmpty();
        assertThat(bulletins.told()).containsExactly(new SilentMember("r1", "carl"));
    }

    private record Seated(List<FakeSession> people) implements Sessions {
        @Override
        public Optional<Session> find(ConnectionId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Session> of(RoomId room, MemberId member) {
            return seated().stream()
                    .filter(session -> session.seat().room().equals(room))
                    .filter(session -> session.seat().member().equals(member))
                    .findAny();
        }

        @Override
        public List<Session> seated() {
            return List.copyOf(people);
        }
    }
}
