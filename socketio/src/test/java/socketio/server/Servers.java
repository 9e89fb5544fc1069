package socketio.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import socketio.fixture.SocketIoFixture;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

/** A Socket.IO server on a free port, with what a test needs to talk to it. */
public final class Servers implements AutoCloseable {
    private final SocketIoServer server;
    private final StandaloneServer standalone;
    private final RawHttp http;

    /** Starts a server that answers as the fixture does. */
    public Servers(SocketIoServerBuilder options) {
        server = SocketIoFixture.answering(options.build());
        standalone = server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        http = new RawHttp(standalone.address(), "/socket.io/");
    }

    /** The fixture on a free port. */
    public static Servers start() {
        return new Servers(SocketIoFixture.options());
    }

    /** The fixture with heartbeats that do not disturb a test. */
    public static Servers quiet() {
        return new Servers(quietOptions());
    }

    public static SocketIoServerBuilder quietOptions() {
        return SocketIoFixture.options().pingInterval(Duration.ofSeconds(60));
    }

    public SocketIoServer server() {
        return server;
    }

    public RawHttp http() {
        return http;
    }

    public InetSocketAddress address() {
        return standalone.address();
    }

    /** An Engine.IO session over WebSocket, its opening packet read, in no namespace. */
    public RawWebSocket engine() {
        var socket = RawWebSocket.open(address(), "/socket.io/?EIO=4&transport=websocket");
        socket.message();
        return socket;
    }

    /** A client of the main namespace, all greetings read. */
    public RawWebSocket client() {
        return client("40");
    }

    /** A client that sends this CONNECT and reads its answer and the fixture's greeting. */
    public RawWebSocket client(String connect) {
        var socket = engine().text(connect);
        socket.message();
        socket.message();
        return socket;
    }

    /** Closes the port and everybody. */
    @Override
    public void close() {
        http.close();
        standalone.close();
    }
}
