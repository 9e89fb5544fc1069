package socketio.interop;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official JavaScript client, the newest and one of the 4.5 line. */
class JavaScriptClientIT {

    @ParameterizedTest
    @CsvSource({
        "socket.io-client, default",
        "socket.io-client, polling",
        "socket.io-client, websocket",
        "socket.io-client-4.5, default",
        "socket.io-client-4.5, polling",
        "socket.io-client-4.5, websocket"
    })
    void followsEveryRule(String packageName, String mode) {
        try (var servers = Interop.start()) {
            Interop.javascript(servers.address(), packageName, mode);
        }
    }
}
