package socketio.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import socketio.server.Servers;
import socketio.wire.RawWebSocket;

/** Random bytes against both transports: nothing is heard, nothing breaks, nothing stays. */
class WireFuzzIT {
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static @Nullable Servers running;

    @BeforeContainer
    static void listen() {
        var servers = Servers.start();
        servers.server().namespace("/never").on("message", (_, event) -> HEARD.add(event.name()));
        servers.server()
                .namespace("/never")
                .onConnect(socket -> socket.onAny(e -> HEARD.add(e.name())));
        running = servers;
    }

    @AfterContainer
    static void nothingStays() {
        var servers = servers();
        await().untilAsserted(() -> assertThat(servers.server().connections()).isZero());
        assertThat(servers.server().namespace("/").sockets()).isEmpty();
        assertThat(HEARD).isEmpty();
        servers.close();
    }

    @Property(tries = 400)
    void survivesAnyBytesAfterTheUpgrade(@ForAll("streams") byte[] stream) {
        try (var client = servers().engine()) {
            write(client, stream);
        }

        assertThatItStillServes();
    }

    @Property(tries = 400)
    void survivesAnyMessages(@ForAll("messages") List<String> messages) {
        try (var client = servers().client()) {
            for (var message : messages) {
                write(client, frame(message));
            }
        }

        assertThatItStillServes();
    }

    @Property(tries = 300)
    void survivesAnyPollingBody(@ForAll("streams") byte[] body) {
        var sid = servers().http().open();

        var status = servers().http().post(sid, body).statusCode();

        assertThat(status).isIn(200, 400);
        servers().http().post(sid, "1");
    }

    @Property(tries = 300)
    void survivesAnyRequest(@ForAll("requests") String request) throws IOException {
        try (var socket =
                new Socket(servers().address().getAddress(), servers().address().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
        }

        assertThatItStillServes();
    }

    private static void assertThatItStillServes() {
        var sid = servers().http().open();

        servers().http().post(sid, "1");

        assertThat(servers().http().poll(sid).statusCode()).isEqualTo(400);
    }

    private static Servers servers() {
        if (running == null) {
            throw new IllegalStateException("not listening");
        }
        return running;
    }

    /** The server may have hung up already, which is its right. */
    private static void write(RawWebSocket client, byte[] bytes) {
        try {
            client.bytes(bytes);
        } catch (UncheckedIOException hungUp) {
            assertThat(hungUp).hasCauseInstanceOf(IOException.class);
        }
    }

    private static byte[] frame(String message) {
        var text = message.getBytes(UTF_8);
        var frame = new byte[6 + text.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | text.length);
        System.arraycopy(text, 0, frame, 6, text.length);
        return frame;
    }

    @Provide
    Arbitrary<byte[]> streams() {
        var noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        var nearly =
                Combinators.combine(
                                Arbitraries.of(
                                        (byte) 0x81,
                                        (byte) 0x82,
                                        (byte) 0x80,
                                        (byte) 0x01,
                                        (byte) 0x88,
                                        (byte) 0x89),
                                Arbitraries.bytes(),
                                noise)
                        .as(
                                (first, second, rest) -> {
                                    var all =
                                            Arrays.copyOf(
                                                    new byte[] {first, second}, rest.length + 2);
                                    System.arraycopy(rest, 0, all, 2, rest.length);
                                    return all;
                                });
        return Arbitraries.oneOf(noise, nearly);
    }

    @Provide
    Arbitrary<List<String>> messages() {
        return Arbitraries.of(
                        "40",
                        "41",
                        "42[\"message\"]",
                        "42/never,[\"message\"]",
                        "42/custom,[\"message\"]",
                        "451-[\"message\",{\"_placeholder\":true,\"num\":0}]",
                        "430[]",
                        "40/custom,",
                        "41/custom,",
                        "3",
                        "6",
                        "1",
                        "42[\"message\"",
                        "4",
                        "x")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> requests() {
        var method = Arbitraries.of("GET", "POST", "OPTIONS", "X", "");
        var query =
                Arbitraries.of(
                        "?EIO=4&transport=polling",
                        "?EIO=4&transport=websocket",
                        "?EIO=%zz&transport=polling",
                        "?EIO=4&transport=polling&sid=%00",
                        "?" + "a=b&".repeat(500));
        var header =
                Arbitraries.of(
                        "Host: x\r\n",
                        "Content-Length: -1\r\n",
                        "Content-Length: 99999999999999999999\r\n",
                        "Transfer-Encoding: chunked\r\n",
                        "Connection: Upgrade\r\nUpgrade: websocket\r\n",
                        "Sec-WebSocket-Key: !!!\r\nSec-WebSocket-Version: 13\r\n",
                        "Origin: http://\r\n",
                        "Expect: 100-continue\r\n",
                        "\u0000: x\r\n");
        var body = Arbitraries.of("\r\n", "\r\nzz\r\n", "\r\n5\r\n4abc", "");
        return Combinators.combine(method, query, header.list().ofMaxSize(4), body)
                .as(
                        (verb, uri, headers, end) ->
                                verb
                                        + " /socket.io/"
                                        + uri
                                        + " HTTP/1.1\r\n"
                                        + String.join("", headers)
                                        + end);
    }
}
