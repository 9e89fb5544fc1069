package socketio.interop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import socketio.fixture.EngineFixture;
import socketio.fixture.SocketIoFixture;

/** The rules of the protocol documents, on the fixtures that external suites are pointed at. */
class ProtocolIT {
    private static final InetSocketAddress ANY_PORT =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void engineIoFollowsEveryRule() {
        try (var fixture = EngineFixture.listen(ANY_PORT)) {
            Interop.protocol(fixture.address(), "engineio");
        }
    }

    @Test
    void socketIoFollowsEveryRule() {
        try (var fixture = SocketIoFixture.listen(ANY_PORT)) {
            Interop.protocol(fixture.address(), "socketio");
        }
    }
}
