package socketio.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import socketio.server.Ack;
import socketio.server.Admission;
import socketio.server.Middleware;
import socketio.server.Servers;
import socketio.server.Socket;
import socketio.server.SocketIoServer;

/** The server and the processes of the interoperability tests. */
public final class Interop {
    private static final int PATIENCE_SECONDS = 60;
    private static final int FEWEST_RULES = 8;

    private Interop() {}

    /** The fixture with {@link #addQuestions}. */
    static Servers start() {
        var servers = Servers.start();
        addQuestions(servers.server());
        return servers;
    }

    /** A few events by which a client makes the server do something to it. */
    public static void addQuestions(SocketIoServer server) {
        server.namespace("/guarded")
                .use(Middleware.of(_ -> Admission.refuse("not you", Map.of("retry", 3))));
        server.namespace("/")
                .on("throw-me-out", (socket, _) -> socket.disconnect())
                .on("close-me", (socket, _) -> socket.close())
                .on(
                        "ask-me",
                        (socket, event) ->
                                socket.emit(
                                        "question",
                                        reply -> passOn(socket, reply),
                                        Duration.ofSeconds(5),
                                        event.args().getFirst()));
    }

    private static void passOn(Socket socket, Ack.Reply reply) {
        if (reply instanceof Ack.Reply.Answered(var args)) {
            socket.emit("answered", args.toArray());
        }
    }

    /** Has the JavaScript client of this package try every rule. */
    public static void javascript(InetSocketAddress address, String packageName, String mode) {
        run("node", "src/test/clients/javascript.mjs", port(address), packageName, mode);
    }

    /** Tries the rules of the protocol documents on a fixture. */
    static void protocol(InetSocketAddress address, String fixture) {
        run("node", "src/test/clients/protocol.mjs", fixture, port(address));
    }

    static void python(InetSocketAddress address, String mode) {
        run("/usr/bin/python3", "src/test/clients/python.py", port(address), mode);
    }

    private static String port(InetSocketAddress address) {
        return Integer.toString(address.getPort());
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            assertThat(output.lines().filter(line -> line.startsWith("ok ")))
                    .hasSizeGreaterThanOrEqualTo(FEWEST_RULES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }
}
