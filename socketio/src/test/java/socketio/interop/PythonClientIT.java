package socketio.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's python3-socketio; skipped where it is not installed. */
class PythonClientIT {
    private static final Path LIBRARY = Path.of("/usr/lib/python3/dist-packages/socketio");

    @ParameterizedTest
    @ValueSource(strings = {"default", "polling", "websocket"})
    void followsEveryRule(String mode) {
        assumeTrue(Files.exists(LIBRARY), "apt-get install python3-socketio python3-websocket");
        try (var servers = Interop.start()) {
            Interop.python(servers.address(), mode);
        }
    }
}
