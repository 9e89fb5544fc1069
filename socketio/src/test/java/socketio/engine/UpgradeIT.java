package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import socketio.wire.RawWebSocket;

class UpgradeIT {
    private final Engines engines = Engines.quiet();

    @AfterEach
    void close() {
        engines.close();
    }

    @Test
    void movesASessionToWebSocket() {
        var sid = engines.http.open();
        try (var socket = engines.candidate(sid)) {
            socket.text("2probe");
            assertThat(socket.message()).isEqualTo("3probe");

            socket.text("5").text("4hello");

            assertThat(socket.message()).isEqualTo("4hello");
        }
    }

    @Test
    void letsAWaitingPollGoUponTheProbe() {
        var sid = engines.http.open();
        var waiting = engines.http.pollLater(sid);
        await().until(() -> engines.isPolling(sid));
        try (var socket = engines.candidate(sid)) {
            socket.text("2probe");

            assertThat(waiting.join().body()).isEqualTo("6");
            assertThat(engines.http.poll(sid).body()).isEqualTo("6");
        }
    }

    @Test
    void refusesAPollThatCrossesTheUpgradePacket() {
        var sid = engines.http.open();
        try (var socket = engines.candidate(sid)) {
            var late = engines.http.pollLater(sid);
            await().until(() -> engines.isPolling(sid));

            socket.text("2probe").text("5").text("4hello");

            assertThat(late.join().statusCode()).isEqualTo(400);
            assertThat(socket.message()).isEqualTo("3probe");
            assertThat(socket.message()).isEqualTo("4hello");
        }
    }

    @Test
    void refusesRequestsOfASessionThatMoved() {
        var sid = engines.http.open();
        try (var socket = upgraded(sid)) {
            assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
            assertThat(engines.http.post(sid, "4x").statusCode()).isEqualTo(400);

            socket.text("4still here");
            assertThat(socket.message()).isEqualTo("4still here");
        }
    }

    @Test
    void refusesASecondWebSocketOfASessionThatMoved() {
        var sid = engines.http.open();
        try (var socket = upgraded(sid);
                var second = engines.candidate(sid)) {
            assertThat(second.status()).isEqualTo(400);

            socket.text("4still here");
            assertThat(socket.message()).isEqualTo("4still here");
        }
    }

    @Test
    void refusesASecondCandidate() {
        var sid = engines.http.open();
        try (var first = engines.candidate(sid);
                var second = engines.candidate(sid)) {
            assertThat(first.status()).isEqualTo(101);
            assertThat(second.status()).isEqualTo(400);
        }
    }

    @Test
    void goesOnPollingWhenTheCandidateFails() {
        var sid = engines.http.open();
        try (var socket = engines.candidate(sid)) {
            socket.text("4 not a probe");
            socket.awaitEnd();
        }

        engines.http.post(sid, "4a");

        assertThat(engines.http.poll(sid).body()).isEqualTo("4a");
        await().untilAsserted(
                        () -> {
                            try (var again = engines.candidate(sid)) {
                                assertThat(again.status()).isEqualTo(101);
                            }
                        });
    }

    @Test
    void refusesAnUpgradePacketWithoutAProbe() {
        var sid = engines.http.open();
        try (var socket = engines.candidate(sid)) {
            socket.text("5");

            assertThat(socket.awaitEnd()).isEqualTo(1002);
        }
        assertThat(engines.ends).isEmpty();
    }

    @Test
    void closesTheCandidateWhenTheSessionEnds() {
        var sid = engines.http.open();
        try (var socket = engines.candidate(sid)) {
            engines.http.post(sid, "1");

            assertThat(socket.awaitEnd()).isEqualTo(1000);
        }
    }

    @Test
    void closesASessionInTheMiddleOfItsUpgradeOverTheWebSocket() {
        var sid = engines.http.open();
        var session = Objects.requireNonNull(engines.engine.find(sid));
        try (var socket = engines.candidate(sid).text("2probe")) {
            assertThat(socket.message()).isEqualTo("3probe");
            send(session, 1);
            session.close();

            socket.text("5");

            assertThat(socket.message()).isEqualTo("41");
            assertThat(socket.awaitEnd()).isEqualTo(1000);
            engines.awaitEnd(CloseReason.FORCED_CLOSE);
        }
    }

    /** Messages are sent all the time while the session moves from one event loop to another. */
    @RepeatedTest(20)
    void losesAndReordersNothingWhileItMoves() throws InterruptedException {
        var sid = engines.http.open();
        var session = Objects.requireNonNull(engines.engine.find(sid));
        var sender =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        IntStream.range(0, 400)
                                                .forEach(number -> send(session, number)));
        var received = new ArrayList<String>();
        try (var socket = engines.candidate(sid)) {
            collect(received, engines.http.poll(sid).body());
            socket.text("2probe");
            assertThat(socket.message()).isEqualTo("3probe");
            collect(received, engines.http.poll(sid).body());
            socket.text("5");

            while (received.size() < 400) {
                collect(received, socket.message());
            }
        }
        sender.join();

        assertThat(received)
                .isEqualTo(IntStream.range(0, 400).mapToObj(number -> "4" + number).toList());
    }

    private static void collect(List<String> received, String body) {
        for (var packet : body.split("\u001e", -1)) {
            if (packet.startsWith("4")) {
                received.add(packet);
            }
        }
    }

    private static void send(EngineSession session, int number) {
        var message = new MessageBuffer();
        message.append(Integer.toString(number));
        session.send(message.frames(List.of()));
    }

    private RawWebSocket upgraded(String sid) {
        var socket = engines.candidate(sid);
        socket.text("2probe");
        assertThat(socket.message()).isEqualTo("3probe");
        socket.text("5").text("4moved");
        assertThat(socket.message()).isEqualTo("4moved");
        return socket;
    }
}
