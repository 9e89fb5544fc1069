package socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.fixture.EngineFixture;
import socketio.wire.RawWebSocket;

/** Every limit is crossed once. */
class LimitsIT {
    private static final byte[] FRAME_OF_9_MB = {
        (byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, (byte) 0x89, 0x54, 0x40, 0, 0, 0, 0, '4'
    };

    private Engines engines = Engines.start();

    @AfterEach
    void close() {
        engines.close();
    }

    private void limit(EngineOptions.Builder options) {
        engines.close();
        engines = new Engines(options.pingInterval(Duration.ofSeconds(60)));
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        limit(EngineFixture.options().maxPayload(100));
        var sid = engines.http.open();

        var posted = engines.http.post(sid, "4" + "x".repeat(100));

        assertThat(posted.statusCode()).isEqualTo(413);
        await().untilAsserted(
                        () -> assertThat(engines.ends).containsExactly(CloseReason.TOO_LARGE));
        assertThat(engines.http.poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws IOException {
        limit(EngineFixture.options().maxPayload(100));
        var sid = engines.http.open();

        var answer =
                exchange(
                        "POST /engine.io/?EIO=4&transport=polling&sid="
                                + sid
                                + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + ("32\r\n" + "4".repeat(50) + "\r\n").repeat(3));

        assertThat(answer).startsWith("HTTP/1.1 413 ");
        await().untilAsserted(
                        () -> assertThat(engines.ends).containsExactly(CloseReason.TOO_LARGE));
    }

    @Test
    void acceptsAMessageOfExactlyTheLimit() {
        limit(EngineFixture.options().maxPayload(100));
        try (var socket = engines.webSocket()) {
            var message = "4" + "x".repeat(99);

            socket.text(message);

            assertThat(socket.message()).isEqualTo(message);
        }
    }

    @Test
    void closesAWebSocketWhoseFrameIsTooLarge() {
        limit(EngineFixture.options().maxPayload(100));
        try (var socket = engines.webSocket()) {
            socket.text("4" + "x".repeat(100));

            assertThat(socket.awaitEnd()).isEqualTo(1009);
            engines.awaitEnd(CloseReason.TOO_LARGE);
        }
    }

    @Test
    void closesAWebSocketWhoseFragmentsAreTooLarge() {
        limit(EngineFixture.options().maxPayload(100));
        try (var socket = engines.webSocket()) {
            socket.frame(RawWebSocket.TEXT, false, "4".repeat(60).getBytes(UTF_8));
            socket.frame(RawWebSocket.CONTINUATION, true, "4".repeat(60).getBytes(UTF_8));

            assertThat(socket.awaitEnd()).isEqualTo(1009);
            engines.awaitEnd(CloseReason.TOO_LARGE);
        }
    }

    /** A hundred announcements would be 900 MB. */
    @Test
    void reservesNothingForWhatIsOnlyAnnounced() throws IOException {
        limit(EngineFixture.options().maxPayload(10_000_000));
        var before = usedMemory();
        var announced = new ArrayList<AutoCloseable>();
        for (var count = 0; count < 50; count++) {
            announced.add(engines.webSocket().bytes(FRAME_OF_9_MB));
            announced.add(
                    engines.beginPost(engines.http.open(), "Content-Length: 9000000\r\n\r\n4"));
        }
        try (var other = engines.webSocket().text("4still here")) {
            assertThat(other.message()).isEqualTo("4still here");

            assertThat(usedMemory() - before).isLessThan(100_000_000);
        } finally {
            announced.forEach(LimitsIT::close);
        }
    }

    /** What is alive on the heap, and what Netty holds beside it. */
    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        var direct =
                ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider provider
                        ? provider.metric().usedDirectMemory()
                        : 0;
        return runtime.totalMemory() - runtime.freeMemory() + direct;
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void refusesOneConnectionTooManyOfAnAddress() {
        limit(EngineFixture.options().connectionsPerAddress(2));
        var first = engines.http.open();
        try (var second = engines.webSocket()) {
            assertThat(engines.http.get("?EIO=4&transport=polling").statusCode()).isEqualTo(429);
            try (var third = engines.open("?EIO=4&transport=websocket")) {
                assertThat(third.status()).isEqualTo(429);
            }

            engines.http.post(first, "1");

            assertThat(engines.http.get("?EIO=4&transport=polling").statusCode()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(101);
        }
    }

    @Test
    void countsTheAddressThatTheHostResolves() {
        limit(
                EngineFixture.options()
                        .connectionsPerAddress(1)
                        .clientAddress(
                                (request, _) ->
                                        InetAddress.ofLiteral(request.headers().get("X-Client"))));

        assertThat(openAs("2001:db8:1:1::1")).isEqualTo(200);
        assertThat(openAs("2001:db8:1:1::2")).isEqualTo(429);
        assertThat(openAs("2001:db8:1:2::1")).isEqualTo(200);
        assertThat(openAs("192.0.2.1")).isEqualTo(200);
        assertThat(openAs("192.0.2.2")).isEqualTo(200);
    }

    @Test
    void closesAWebSocketThatSendsTooMuch() {
        limit(EngineFixture.options().messageRate(10, 20));
        try (var socket = engines.webSocket()) {
            socket.bytes(manyMessages(40));

            assertThat(socket.awaitEnd()).isEqualTo(1008);
            engines.awaitEnd(CloseReason.TOO_MANY_MESSAGES);
        }
    }

    @Test
    void closesAPollingSessionThatSendsTooMuch() {
        limit(EngineFixture.options().messageRate(10, 20));
        var sid = engines.http.open();

        engines.http.post(sid, "4x" + "\u001e4x".repeat(40));

        engines.awaitEnd(CloseReason.TOO_MANY_MESSAGES);
    }

    @Test
    void closesAClientThatDoesNotReadAndNobodyElseWaits() {
        limit(EngineFixture.options().outgoingBound(1_000_000));
        try (var deaf = engines.webSocket()) {
            var session = engines.engine.openSessions().getFirst();
            try (var other = engines.webSocket()) {
                var message = new MessageBuffer();
                message.append("x".repeat(100_000));
                var frames = message.frames(List.of());

                for (var count = 0; session.isOpen() && count < 1_000; count++) {
                    session.send(frames);
                    other.text("4" + count);
                    assertThat(other.message()).isEqualTo("4" + count);
                }

                await().untilAsserted(
                                () ->
                                        assertThat(engines.ends)
                                                .containsExactly(CloseReason.SLOW_CONSUMER));
                assertThat(deaf.status()).isEqualTo(101);
            }
        }
    }

    @Test
    void closesAPollingClientThatDoesNotFetch() {
        limit(EngineFixture.options().outgoingBound(1_000));
        engines.http.open();
        var session = engines.engine.openSessions().getFirst();
        var message = new MessageBuffer();
        message.append("x".repeat(600));

        session.send(message.frames(List.of()));
        session.send(message.frames(List.of()));

        await().untilAsserted(
                        () -> assertThat(engines.ends).containsExactly(CloseReason.SLOW_CONSUMER));
    }

    @Test
    void givesUpOnABodyThatTrickles() throws IOException {
        limit(EngineFixture.options().requestTimeout(Duration.ofMillis(300)));
        var sid = engines.http.open();

        var answer =
                exchange(
                        "POST /engine.io/?EIO=4&transport=polling&sid="
                                + sid
                                + " HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n4");

        assertThat(answer).startsWith("HTTP/1.1 408 ");
        await().untilAsserted(
                        () ->
                                assertThat(engines.ends)
                                        .containsExactly(CloseReason.TRANSPORT_ERROR));
    }

    @Test
    void givesUpOnAHeadThatTrickles() throws IOException {
        limit(EngineFixture.options().requestTimeout(Duration.ofMillis(300)));

        var answer = exchange("GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: ");

        assertThat(answer).isEmpty();
    }

    @Test
    void givesUpOnAnUpgradeThatIsNotFinished() {
        limit(EngineFixture.options().requestTimeout(Duration.ofMillis(300)));
        var sid = engines.http.open();
        try (var socket = engines.candidate(sid).text("2probe")) {
            assertThat(socket.message()).isEqualTo("3probe");

            assertThat(socket.awaitEnd()).isNotZero();
            assertThat(engines.ends).isEmpty();
        }
    }

    /** The connection stays open until the server ends it, which is what these tests are about. */
    private String exchange(String request) throws IOException {
        try (var socket = new Socket(engines.address().getAddress(), engines.address().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private int openAs(String address) {
        var request =
                engines.http.request("?EIO=4&transport=polling").header("X-Client", address).GET();
        return engines.http.send(request).statusCode();
    }

    private static byte[] manyMessages(int count) {
        var frames = new ByteArrayOutputStream();
        for (var index = 0; index < count; index++) {
            frames.writeBytes(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '4', 'x'});
        }
        return frames.toByteArray();
    }
}
