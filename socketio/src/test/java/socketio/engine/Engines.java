package socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import socketio.fixture.EngineFixture;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

/** An echoing engine on a free port, with what a test needs to talk to it and to look inside. */
final class Engines implements AutoCloseable {
    final List<CloseReason> ends = new CopyOnWriteArrayList<>();
    private final List<EngineSession> sessions = new CopyOnWriteArrayList<>();
    final EngineServer engine;
    final RawHttp http;
    private final HttpHost host;

    Engines(EngineOptions.Builder options) {
        engine =
                new EngineServer(
                        options.build(),
                        new EngineFixture.Echo() {
                            @Override
                            public void opened(EngineSession session) {
                                super.opened(session);
                                sessions.add(session);
                            }

                            @Override
                            public void closed(EngineSession session, CloseReason reason) {
                                ends.add(reason);
                            }
                        });
        host = HttpHost.listen(engine, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        http = new RawHttp(host.address(), "/engine.io/");
    }

    static Engines start() {
        return new Engines(EngineFixture.options());
    }

    /** The fixture with heartbeats that do not disturb a test. */
    static Engines quiet() {
        return new Engines(EngineFixture.options().pingInterval(Duration.ofSeconds(60)));
    }

    /** The session that was opened. */
    EngineSession only() {
        return sessions.getFirst();
    }

    /** The one session ends for this reason, now or soon: a client may see the end before we do. */
    void awaitEnd(CloseReason reason) {
        await().untilAsserted(() -> assertThat(ends).containsExactly(reason));
    }

    InetSocketAddress address() {
        return host.address();
    }

    /** A new WebSocket session, its opening packet read. */
    RawWebSocket webSocket() {
        var socket = open("?EIO=4&transport=websocket");
        socket.message();
        return socket;
    }

    /** A WebSocket that wants to take over a session. */
    RawWebSocket candidate(String sid) {
        return open("?EIO=4&transport=websocket&sid=" + sid);
    }

    RawWebSocket open(String query, String... headers) {
        return RawWebSocket.open(address(), "/engine.io/" + query, headers);
    }

    /** Whether a poll of this session waits. */
    boolean isPolling(String sid) {
        var session = engine.find(sid);
        return session != null && session.link().isReady();
    }

    /** Sends a request with packets of which nothing comes but this end of its head and body. */
    Socket beginPost(String sid, String rest) throws IOException {
        var socket = new Socket(address().getAddress(), address().getPort());
        var head =
                "POST /engine.io/?EIO=4&transport=polling&sid=%s HTTP/1.1\r\nHost: x\r\n"
                        .formatted(sid);
        socket.getOutputStream().write((head + rest).getBytes(UTF_8));
        return socket;
    }

    @Override
    public void close() {
        http.close();
        engine.close();
        host.close();
    }
}
