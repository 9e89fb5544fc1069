package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** With a port of its own for operations, which shows more than the public one. */
@ServerTest
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,metrics"
        })
class OperationsIT {
    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    @Test
    void thePublicPortShowsOnlyWhetherTheServerIsWell() {
        var open = new RestWire(port);

        assertThat(open.get("/livez").statusCode()).isEqualTo(200);
        assertThat(open.get("/readyz").body()).contains("UP");
        assertThat(open.get("/actuator/metrics").statusCode()).isEqualTo(404);
        assertThat(open.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void theOtherPortShowsWhatItWasToldTo() {
        var operations = new RestWire(managementPort);

        assertThat(operations.get("/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(operations.get("/actuator/health/readiness").body()).contains("UP");
        assertThat(operations.get("/actuator/env").statusCode()).isEqualTo(404);
    }
}
