package socketio.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import socketio.server.Servers;
import socketio.wire.RawWebSocket;

/** Random bytes against both transports: nothing is heard, nothing breaks, nothing stays. */
class WireFuzzIT {
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static @Nullable Servers running;

    @BeforeAll
    static void listen() {
        var servers = Servers.start();
        servers.server().namespace("/never").on("message", (_, event) -> HEARD.add(event.name()));
        servers.server()
                .namespace("/never")
                .onConnect(socket -> socket.onAny(e -> HEARD.add(e.name())));
        running = servers;
    }

    @AfterAll
    static void nothingStays() {
        var servers = servers();
        await().untilAsserted(() -> assertThat(servers.server().connections()).isZero());
        assertThat(servers.server().namespace("/").sockets()).isEmpty();
        assertThat(HEARD).isEmpty();
        servers.close();
    }

    @Test
    void survivesAnyBytesAfterTheUpgrade() {
        Trials.run(
                400,
                WireInputs::stream,
                stream -> {
                    try (var client = servers().engine()) {
                        write(client, stream);
                    }

                    assertThatItStillServes();
                });
    }

    @Test
    void survivesAnyMessages() {
        Trials.run(
                400,
                WireInputs::messages,
                messages -> {
                    try (var client = servers().client()) {
                        messages.forEach(message -> write(client, frame(message)));
                    }

                    assertThatItStillServes();
                });
    }

    @Test
    void survivesAnyPollingBody() {
        Trials.run(
                300,
                WireInputs::stream,
                body -> {
                    var sid = servers().http().open();

                    var status = servers().http().post(sid, body).statusCode();

                    assertThat(status).isIn(200, 400);
                    servers().http().post(sid, "1");
                });
    }

    @Test
    void survivesAnyRequest() {
        Trials.run(
                300,
                WireInputs::request,
                request -> {
                    var address = servers().address();
                    try (var socket = new Socket(address.getAddress(), address.getPort())) {
                        socket.getOutputStream().write(request.getBytes(UTF_8));
                    }

                    assertThatItStillServes();
                });
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
}
