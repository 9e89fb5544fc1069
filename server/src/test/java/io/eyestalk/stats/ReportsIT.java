package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.ContractExamples;
import io.eyestalk.RestWire;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DashboardTest
class ReportsIT {
    private static final ContractExamples EXAMPLES = new ContractExamples("rest");
    private static final AtomicInteger NEXT = new AtomicInteger();

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    private RestWire rest = new RestWire(0);

    @BeforeEach
    void forget() {
        rest = new RestWire(port);
        jdbc.sql("delete from client_report").update();
    }

    @Test
    void whatBrowsersReportStandsInTheNumbers() {
        report(EXAMPLES.text("report.request.join-time"), "203.0.113.1");
        report(EXAMPLES.text("report.request.path"), "203.0.113.1");
        report(EXAMPLES.text("report.request.path"), "203.0.113.1");
        report(EXAMPLES.text("report.request.failure"), "203.0.113.1");

        var overview = overview();

        assertThat(overview.path("joinTimes")).hasSize(24);
        assertThat(overview.at("/joinTimes/23/reports").asInt()).isEqualTo(1);
        assertThat(overview.at("/joinTimes/23/medianMs").asInt()).isBetween(750, 1000);
        assertThat(overview.at("/joinTimes/22/medianMs").isNull()).isTrue();
        assertThat(overview.at("/paths/direct").asInt()).isEqualTo(2);
        assertThat(overview.at("/failures/0/reason").asString()).isEqualTo("no-answer");
    }

    @Test
    void reportsAreCountedAndNotKept() {
        report(EXAMPLES.text("report.request.path"), "203.0.113.2");
        report(EXAMPLES.text("report.request.path"), "203.0.113.2");

        assertThat(jdbc.sql("select reports from client_report").query(Long.class).list())
                .containsExactly(2L);
        assertThat(jdbc.sql("select * from client_report").query().singleRow().keySet())
                .containsExactly("reported_in", "kind", "what", "browser", "reports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\": \"path\", \"path\": \"pigeon\", \"browser\": \"firefox\"}",
                "{\"kind\": \"path\", \"path\": \"direct\", \"browser\": \"my own\"}",
                "{\"kind\": \"join-time\", \"joinMs\": -1, \"browser\": \"firefox\"}",
                "{\"kind\": \"failure\", \"failure\": \"because\", \"browser\": \"firefox\"}",
                "{\"kind\": \"ice-restart\", \"restart\": \"maybe\", \"browser\": \"firefox\"}"
            })
    void aWordThatIsOnNoListIsRefused(String body) {
        var answer = report(body, "203.0.113." + (10 + Math.abs(body.hashCode() % 90)));

        assertThat(RestWire.code(answer)).isEqualTo("VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-GPC", "DNT"})
    void whoAsksNotToBeTrackedIsNotCounted(String header) {
        var body = EXAMPLES.text("report.request.path");

        var answer = rest.send("POST", "/api/reports", body, header, "1");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from client_report").query(Long.class).single())
                .isZero();
    }

    @Test
    void reportsAreLimitedPerAddress() {
        var body = EXAMPLES.text("report.request.path");
        for (var number = 0; number < 5; number++) {
            assertThat(report(body, "203.0.113.200").statusCode()).isEqualTo(204);
        }

        assertThat(report(body, "203.0.113.200").statusCode()).isEqualTo(429);
        assertThat(report(body, "203.0.113.201").statusCode()).isEqualTo(204);
    }

    @Test
    void everyChartComesAsAFileInTheTimeOfAZone() {
        var olga = Operator.loggedIn(port, "203.0.113.3");

        var file = olga.get("/dashboard/api/csv/join-times?zone=Asia%2FKolkata");
        var now = olga.get("/dashboard/api/csv/now");

        assertThat(file.body().lines()).hasSize(25).element(1).asString().contains(":30:00+05:30,");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"eyestalk-join-times.csv\"");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(now.body()).startsWith("time,rooms,members,nodes\r\n");
        assertThat(olga.get("/dashboard/api/csv/paths").body()).startsWith("path,reports\r\n");
        assertThat(olga.get("/dashboard/api/csv/failures").body()).startsWith("reason,reports\r\n");
        assertThat(olga.get("/dashboard/api/csv/other").statusCode()).isEqualTo(404);
        assertThat(olga.get("/dashboard/api/csv/now?zone=Mars%2FBase").statusCode()).isEqualTo(400);
        assertThat(rest.get("/dashboard/api/csv/now").statusCode()).isEqualTo(401);
    }

    @Test
    void theNumbersOfThisMomentAreThoseOfTheRooms() {
        var before = overview().at("/now/rooms").asInt();
        var room = "{\"roomName\": \"=counted\", \"roomCapacity\": 2, \"userNickname\": \"ann\"}";
        rest.send("POST", "/room", room, "X-Forwarded-For", "203.0.113.4");

        assertThat(overview().at("/now/rooms").asInt()).isEqualTo(before + 1);
    }

    private JsonNode overview() {
        var olga = Operator.loggedIn(port, "203.0.113." + (100 + NEXT.getAndIncrement()));
        return RestWire.json(olga.get("/dashboard/api/overview"));
    }

    private HttpResponse<String> report(String body, String from) {
        return rest.send("POST", "/api/reports", body, "X-Forwarded-For", from);
    }
}
