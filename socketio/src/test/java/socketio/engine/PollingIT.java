package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingIT {
    private final Engines engines = Engines.quiet();

    @AfterEach
    void close() {
        engines.close();
    }

    @Test
    void takesAMessageAndGivesOne() {
        var sid = engines.http.open();

        var posted = engines.http.post(sid, "4hello");
        var polled = engines.http.poll(sid);

        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body()).isEqualTo("ok");
        assertThat(polled.body()).isEqualTo("4hello");
    }

    @Test
    void separatesPacketsOfOneBody() {
        var sid = engines.http.open();

        engines.http.post(sid, "4a\u001e4한국어\u001e4c");

        assertThat(engines.http.poll(sid).body()).isEqualTo("4a\u001e4한국어\u001e4c");
    }

    @Test
    void carriesBinaryAsBase64() {
        var sid = engines.http.open();

        engines.http.post(sid, "4hello\u001ebAQIDBA==");

        assertThat(engines.http.poll(sid).body()).isEqualTo("4hello\u001ebAQIDBA==");
    }

    @Test
    void answersAWaitingPollAtOnce() {
        var sid = engines.http.open();
        var waiting = engines.http.pollLater(sid);

        engines.http.post(sid, "4late");

        assertThat(waiting.join().body()).isEqualTo("4late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "0{}", "5", "2", "2probe", "4a\u001e", "b!!!", "4a\u001ex"})
    void endsTheSessionUponABadPacket(String body) {
        var sid = engines.http.open();

        var posted = engines.http.post(sid, body);

        assertThat(posted.statusCode()).isEqualTo(400);
        assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
        engines.awaitEnd(CloseReason.PARSE_ERROR);
    }

    @Test
    void endsTheSessionUponTextThatIsNotUtf8() {
        var sid = engines.http.open();

        var posted = engines.http.post(sid, new byte[] {'4', (byte) 0xc0, (byte) 0x80});

        assertThat(posted.statusCode()).isEqualTo(400);
        assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void endsTheSessionUponASecondPollAtTheSameTime() {
        var sid = engines.http.open();
        var first = engines.http.pollLater(sid);
        await().until(() -> engines.engine.sessions() == 1 && engines.isPolling(sid));

        var second = engines.http.poll(sid);

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(first.join().body()).isEqualTo("1");
        assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void endsTheSessionUponASecondBodyAtTheSameTime() throws IOException {
        var sid = engines.http.open();
        try (var unfinished = beginBody(sid)) {
            var second = engines.http.post(sid, "4x");

            assertThat(second.statusCode()).isEqualTo(400);
            engines.awaitEnd(CloseReason.PARSE_ERROR);
            assertThat(unfinished.isClosed()).isFalse();
        }
    }

    @Test
    void endsTheSessionWhenABodyBreaksOff() throws IOException {
        var sid = engines.http.open();

        beginBody(sid).close();

        engines.awaitEnd(CloseReason.TRANSPORT_ERROR);
        assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void answersAWaitingPollWithANoopWhenTheClientCloses() {
        var sid = engines.http.open();
        var waiting = engines.http.pollLater(sid);
        await().until(() -> engines.isPolling(sid));

        var posted = engines.http.post(sid, "1");

        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(waiting.join().body()).isEqualTo("6");
        assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
        engines.awaitEnd(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void hearsNothingThatFollowsAClosePacket() {
        var sid = engines.http.open();
        var waiting = engines.http.pollLater(sid);
        await().until(() -> engines.isPolling(sid));

        engines.http.post(sid, "1\u001e4late");

        assertThat(waiting.join().body()).isEqualTo("6");
    }

    @Test
    void ignoresANoopOfTheClient() {
        var sid = engines.http.open();

        engines.http.post(sid, "6\u001e4a");

        assertThat(engines.http.poll(sid).body()).isEqualTo("4a");
    }

    @Test
    void endsTheSessionWhenAWaitingClientHangsUp() {
        var sid = engines.http.open();
        var waiting = engines.http.pollLater(sid);
        await().until(() -> engines.isPolling(sid));

        waiting.cancel(true);

        await().untilAsserted(
                        () ->
                                assertThat(engines.ends)
                                        .containsExactly(CloseReason.TRANSPORT_CLOSE));
    }

    @Test
    void givesALargeMessageBack() {
        var sid = engines.http.open();
        var large = "4" + "x".repeat(999_999);

        var posted = engines.http.post(sid, large);

        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(engines.http.poll(sid).body()).isEqualTo(large);
    }

    @Test
    void forbidsCachesToKeepAnAnswer() {
        var response = engines.http.get("?EIO=4&transport=polling");

        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(response.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }

    /** A request whose head has been read and whose body has not. */
    private Socket beginBody(String sid) throws IOException {
        var head = "Content-Length: 90\r\nExpect: 100-continue\r\n\r\n";
        var socket = engines.beginPost(sid, head);
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }
}
