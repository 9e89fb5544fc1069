package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.FakeSession;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.LeaseInterrupted;
import io.eyestalk.room.RoomFixture;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReunionTest {
    private final RoomFixture fixture = new RoomFixture();
    private final FakeSession anna = FakeSession.seated("anna");
    private final FakeSession ben = FakeSession.seated("ben");

    @Test
    void whoseMemberHasNoSeatAnyMoreIsSentToConnectAgain() {
        fixture.room("call");
        fixture.enter("call", "anna");
        var reunion =
                new Reunion(
                        new Connected(List.of(anna, ben)), fixture.review(), fixture.presence());

        reunion.on(new LeaseInterrupted());

        assertThat(ben.isDropped()).isTrue();
        assertThat(ben.isClosed()).isFalse();
        assertThat(anna.isDropped()).isFalse();
    }

    /** These are connected. */
    private record Connected(List<Session> seated) implements Sessions {
        private Connected {
            seated = List.copyOf(seated);
        }

        @Override
        public Optional<Session> find(ConnectionId id) {
            return seated.stream().filter(session -> session.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Session> of(RoomId room, MemberId member) {
            return Optional.empty();
        }
    }
}
