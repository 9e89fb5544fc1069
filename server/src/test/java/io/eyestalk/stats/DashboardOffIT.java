package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** As it comes: nobody set a password. */
@ServerTest
class DashboardOffIT {
    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/api/session", "/dashboard/api/overview", "/login"})
    void withoutAPasswordThereIsNoDashboard(String path) {
        var answer = new RestWire(port).get(path, "Accept", "text/html, application/json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RestWire.code(answer)).isEqualTo("NOT_FOUND");
    }

    @Test
    void thePageIsThereToSaySo() {
        var page = new RestWire(port).get("/dashboard", "Accept", "text/html");

        assertThat(page.body()).contains("Test page");
    }

    @Test
    void withoutADashboardNobodyLogsInOrReports() {
        var rest = new RestWire(port);

        assertThat(rest.send("POST", "/dashboard/api/login", "{}").statusCode()).isEqualTo(404);
        assertThat(rest.send("POST", "/api/reports", "{}").statusCode()).isEqualTo(404);
        assertThat(RestWire.json(rest.get("/api/config")).has("reports")).isFalse();
    }
}
