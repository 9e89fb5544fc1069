package socketio.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.AckWithTimeout;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.server.Servers;

/** The official Java client. */
class JavaClientIT {
    private final Servers servers = Interop.start();
    private @Nullable Socket connected;

    @AfterEach
    void close() {
        if (connected != null) {
            connected.disconnect();
        }
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
    void exchangesEventsAcksAndBinary(String transports) throws InterruptedException {
        var client = connect(transports, "/");
        var back = hear(client, "message-back");
        var acks = new LinkedBlockingQueue<Object>();

        client.emit("message", 1, "한", new byte[] {1, 2});
        client.emit("message-with-ack", new Object[] {"a"}, args -> acks.add(args[0]));

        var args = next(back);
        assertThat(args[0]).isEqualTo(1);
        assertThat(args[1]).isEqualTo("한");
        assertThat((byte[]) args[2]).containsExactly(1, 2);
        assertThat(acks.poll(5, TimeUnit.SECONDS)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
    void comesBackByItself(String transports) throws InterruptedException {
        var client = connect(transports, "/");
        var connected = hear(client, Socket.EVENT_CONNECT);

        client.emit("close-me");

        next(connected);
        var back = hear(client, "message-back");
        client.emit("message", "again");
        assertThat(next(back)).containsExactly("again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void timesAnAcknowledgementOut(String transports) throws InterruptedException {
        var client = connect(transports, "/custom");
        var outcome = new LinkedBlockingQueue<String>();

        client.emit(
                "nobody-answers",
                new Object[0],
                new AckWithTimeout(200) {
                    @Override
                    public void onSuccess(Object... args) {
                        outcome.add("answered");
                    }

                    @Override
                    public void onTimeout() {
                        outcome.add("timed out");
                    }
                });

        assertThat(outcome.poll(5, TimeUnit.SECONDS)).isEqualTo("timed out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
    void carriesNearlyAMegabyte(String transports) throws InterruptedException {
        var client = connect(transports, "/custom");
        var text = "x".repeat(990_000);
        var binary = new byte[700_000];
        var acks = new LinkedBlockingQueue<Object>();

        client.emit("message-with-ack", new Object[] {text}, args -> acks.add(args[0]));
        assertThat(acks.poll(20, TimeUnit.SECONDS)).isEqualTo(text);
        client.emit("message-with-ack", new Object[] {binary}, args -> acks.add(args[0]));
        assertThat(acks.poll(20, TimeUnit.SECONDS)).isEqualTo(binary);
    }

    private Socket connect(String transports, String namespace) throws InterruptedException {
        var options =
                IO.Options.builder()
                        .setTransports(transports.split(",", -1))
                        .setForceNew(true)
                        .setReconnectionDelay(50)
                        .setAuth(Map.of("token", "abc"))
                        .build();
        var address = "http://127.0.0.1:" + servers.address().getPort() + namespace;
        var client = IO.socket(URI.create(address), options);
        connected = client;
        var auth = hear(client, "auth");
        client.connect();
        assertThat(next(auth)[0]).hasToString("{\"token\":\"abc\"}");
        return client;
    }

    private static BlockingQueue<Object[]> hear(Socket client, String event) {
        var heard = new LinkedBlockingQueue<Object[]>();
        client.on(event, heard::add);
        return heard;
    }

    private static Object[] next(BlockingQueue<Object[]> heard) throws InterruptedException {
        var args = heard.poll(5, TimeUnit.SECONDS);
        assertThat(args).isNotNull();
        return args == null ? new Object[0] : args;
    }
}
