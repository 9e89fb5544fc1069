package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketio.fixture.EngineFixture;

class HeartbeatIT {
    private Engines engines;

    @BeforeEach
    void listen() {
        engines = Engines.start();
    }

    @AfterEach
    void close() {
        engines.close();
    }

    @Test
    void keepsAPollingSessionThatAnswersItsPings() {
        var sid = engines.http.open();

        for (var beat = 0; beat < 4; beat++) {
            assertThat(engines.http.poll(sid).body()).isEqualTo("2");
            assertThat(engines.http.post(sid, "3").statusCode()).isEqualTo(200);
        }

        assertThat(engines.ends).isEmpty();
    }

    @Test
    void keepsAWebSocketSessionThatAnswersItsPings() {
        try (var socket = engines.webSocket()) {
            for (var beat = 0; beat < 4; beat++) {
                assertThat(Objects.requireNonNull(socket.next()).text()).isEqualTo("2");
                socket.text("3");
            }

            assertThat(engines.ends).isEmpty();
        }
    }

    @Test
    void endsAPollingSessionThatDoesNotAnswer() {
        var opened = System.nanoTime();
        var sid = engines.http.open();

        await().until(() -> !engines.ends.isEmpty());

        engines.awaitEnd(CloseReason.PING_TIMEOUT);
        assertThat((System.nanoTime() - opened) / 1_000_000).isGreaterThanOrEqualTo(400L);
        assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void endsAWebSocketSessionThatDoesNotAnswer() {
        try (var socket = engines.webSocket()) {
            assertThat(socket.awaitEnd()).isEqualTo(1000);
            engines.awaitEnd(CloseReason.PING_TIMEOUT);
        }
    }

    @Test
    void keepsAProbedSessionThatAnswers() {
        try (var socket = engines.webSocket()) {
            engines.only().probe(Duration.ofMillis(100));
            assertThat(Objects.requireNonNull(socket.next()).text()).isEqualTo("2");

            socket.text("3").text("4a");

            assertThat(socket.message()).isEqualTo("4a");
            assertThat(engines.ends).isEmpty();
        }
    }

    @Test
    void endsAProbedSessionThatDoesNotAnswerThoughNoPingIsDue() {
        try (var patient = new Engines(EngineFixture.options().pingInterval(Duration.ofHours(1)));
                var socket = patient.webSocket()) {
            patient.only().probe(Duration.ofMillis(50));

            assertThat(socket.awaitEnd()).isEqualTo(1000);
            patient.awaitEnd(CloseReason.PING_TIMEOUT);
        }
    }

    @Test
    void doesNotMindAPongNobodyAskedFor() {
        try (var socket = engines.webSocket()) {
            socket.text("3").text("4a");

            assertThat(socket.message()).isEqualTo("4a");
        }
    }
}
