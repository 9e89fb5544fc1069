package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class HealthIT {
    @LocalServerPort private int port;

    @ParameterizedTest
    @CsvSource({"''", "/liveness", "/readiness"})
    void healthIsPublicAndTellsNoDetails(String part) {
        var answer = new RestWire(port).get("/actuator/health" + part);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RestWire.json(answer).path("status").asString()).isEqualTo("UP");
        assertThat(answer.body()).doesNotContain("H2", "components");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/env",
                "/beans",
                "/metrics",
                "/prometheus",
                "/heapdump",
                "/loggers",
                "/configprops",
                "/shutdown",
                "/threaddump"
            })
    void everythingElseIsClosed(String endpoint) {
        assertThat(new RestWire(port).get("/actuator" + endpoint).statusCode()).isEqualTo(404);
    }
}
