package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.DisconnectKind;
import io.eyestalk.realtime.FakeSession;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DeparturesTest {
    private final List<String> done = new ArrayList<>();
    private final Queue<Runnable> postponed = new ArrayDeque<>();
    private int failures;

    private final Departures departures =
            new Departures(
                    connection -> attempt("left " + connection.value()),
                    connection -> attempt("silent " + connection.value()),
                    connection -> attempt("lost " + connection.value()),
                    _ -> postponed::add);

    @Test
    void aGoodbyeGivesTheSeatBack() {
        departures.disconnected(FakeSession.seated("anna"), DisconnectKind.CLIENT_LEFT);

        assertThat(done).containsExactly("left connection-of-anna");
    }

    @Test
    void aLostConnectionLeavesItsMemberAway() {
        departures.disconnected(FakeSession.seated("anna"), DisconnectKind.LOST);

        assertThat(done).containsExactly("lost connection-of-anna");
    }

    @Test
    void aSilentConnectionHasBeenAwayForAWhile() {
        departures.disconnected(FakeSession.seated("anna"), DisconnectKind.SILENT);

        assertThat(done).containsExactly("silent connection-of-anna");
    }

    @Test
    void theLobbyIsLeftWithoutAWord() {
        departures.disconnected(new FakeSession("c1"), DisconnectKind.LOST);

        assertThat(done).isEmpty();
    }

    @Test
    void isTriedAgainUntilTheDatabaseIsBack() {
        failures = 2;
        departures.disconnected(FakeSession.seated("anna"), DisconnectKind.LOST);

        while (!postponed.isEmpty()) {
            postponed.remove().run();
        }

        assertThat(done).containsExactly("lost connection-of-anna");
    }

    private void attempt(String departure) {
        if (failures-- > 0) {
            throw RejectedException.unavailable("away", Duration.ofSeconds(2));
        }
        done.add(departure);
    }
}
