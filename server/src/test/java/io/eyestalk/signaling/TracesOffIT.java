package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asked for no traces does not pay for them. */
class TracesOffIT {
    @TempDir private Path data;

    @Test
    void nothingOfOpenTelemetryIsLoadedUntilAnEndpointIsConfigured() throws IOException {
        try (var server = ServerProcess.start(data, "--eyestalk.tracing.endpoint=")) {
            assertThat(server.loadedClasses())
                    .anyMatch(name -> name.startsWith("io.eyestalk."))
                    .noneMatch(name -> name.startsWith("io.opentelemetry."));
        }
    }
}
