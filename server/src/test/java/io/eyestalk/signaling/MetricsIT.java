package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.MonitoringFiles;
import io.eyestalk.Promtool;
import io.eyestalk.RestWire;
import io.eyestalk.Scrape;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What Prometheus reads on the operations port while people meet. */
@RunningServer
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,prometheus",
            "eyestalk.limits.chat-burst=2",
            "eyestalk.limits.chat-per-second=1",
            "eyestalk.room.away-grace=200ms",
            "eyestalk.room.unentered-grace=200ms",
            // Only with a dashboard browsers are asked to report.
            "eyestalk.dashboard.password-hash="
                    + "{bcrypt}$2a$04$pBIdMt5SXui4unQlb/dX2OjYkb1Nok5ZZn5mMxtcuw9RxAHhT5znS"
        })
class MetricsIT {
    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();

    @BeforeEach
    void nobodyIsLeftOfTheTestBefore() {
        await().untilAsserted(
                        () -> {
                            var scrape = scrape();
                            assertThat(scrape.sum("eyestalk_rooms")).isZero();
                            assertThat(scrape.sum("eyestalk_sessions")).isZero();
                        });
    }

    @Test
    void countsPeopleRoomsAndConnections() {
        var before = scrape();

        people.add(Person.in(port, room, "Anna"));
        people.add(Person.in(port, room, "Ben"));
        people.add(Person.connect(port));
        await().untilAsserted(() -> assertThat(scrape().sum("eyestalk_sessions")).isEqualTo(3));
        var after = scrape();

        assertThat(grown(before, after, "eyestalk_rooms")).isEqualTo(1);
        assertThat(grown(before, after, "eyestalk_members")).isEqualTo(2);
        assertThat(grown(before, after, "eyestalk_sessions_seated")).isEqualTo(2);
        assertThat(grown(before, after, "eyestalk_rooms_opened_total")).isEqualTo(1);
    }

    @Test
    void countsAndTimesJoinsThroughBothDoorsByResult() {
        var anna = people.add(Person.connect(port));
        anna.ask(
                "create-room",
                "{'roomName':'%s','roomCapacity':2,'userNickname':'A','roomPassword':'right'}"
                        .formatted(room));
        var before = scrape();

        join(anna, "A", "right");
        join(people.add(Person.connect(port)), "A", "right");
        join(people.add(Person.connect(port)), "B", "wrong");
        enterOverRest(people.add(Person.connect(port)), "A");
        enterOverRest(people.add(Person.connect(port)), "B");
        await().until(() -> joins(before, scrape(), "rest", "ok") > 0);
        var after = scrape();

        assertThat(joins(before, after, "socket", "ok")).isEqualTo(1);
        assertThat(joins(before, after, "socket", "INVALID_NICKNAME")).isEqualTo(1);
        assertThat(joins(before, after, "socket", "INVALID_PASSWORD")).isEqualTo(1);
        assertThat(joins(before, after, "rest", "INVALID_NICKNAME")).isEqualTo(1);
        assertThat(joins(before, after, "rest", "ok")).isEqualTo(1);
        assertThat(grown(before, after, "eyestalk_joins_seconds_sum")).isPositive();
        assertThat(grown(before, after, "eyestalk_joins_seconds_bucket", "le", "+Inf"))
                .isEqualTo(5);
        assertThat(grown(before, after, "eyestalk_password_failures_total")).isEqualTo(1);
    }

    @Test
    void countsEventsByNameAndResult() {
        var anna = people.add(Person.in(port, room, "Anna"));
        var before = scrape();

        for (var i = 0; i < 3; i++) {
            anna.ask("chatting", "{'text':'hello'}");
        }
        anna.ask("an event that a client made up", "{}");
        var after = scrape();

        assertThat(events(before, after, "chatting", "ok")).isEqualTo(2);
        assertThat(events(before, after, "chatting", "RATE_LIMITED")).isEqualTo(1);
        assertThat(events(before, after, "unknown", "VALIDATION_FAILED")).isEqualTo(1);
        assertThat(grown(before, after, "eyestalk_chat_messages_total", "kind", "room"))
                .isEqualTo(2);
        assertThat(grown(before, after, "eyestalk_rate_limited_total", "limit", "chat_message"))
                .isEqualTo(1);
        assertThat(grown(before, after, "eyestalk_relay_delay_seconds_count")).isPositive();
        assertThat(after.text()).doesNotContain("made up");
    }

    @Test
    void countsGhostsByCause() {
        var before = scrape();
        var anna = people.add(Person.in(port, room, "Anna"));
        people.add(Person.connect(port))
                .ask(
                        "create-room",
                        "{'roomName':'%s','roomCapacity':2,'userNickname':'B'}"
                                .formatted(UUID.randomUUID()));

        anna.lose();

        await().untilAsserted(
                        () -> {
                            var after = scrape();
                            assertThat(ghosts(before, after, "connection_lost")).isEqualTo(1);
                            assertThat(ghosts(before, after, "never_entered")).isEqualTo(1);
                        });
        assertThat(grown(before, scrape(), "eyestalk_sessions_ended_total", "reason", "lost"))
                .isPositive();
    }

    @Test
    void showsTheMachineAndThePoolToo() {
        assertThat(scrape().names())
                .contains(
                        "jvm_memory_used_bytes",
                        "jvm_gc_pause_seconds_count",
                        "process_cpu_usage",
                        "hikaricp_connections_active",
                        "hikaricp_connections_pending",
                        "http_server_requests_seconds_count");
    }

    @Test
    void countsWhatBrowsersReport() {
        var before = scrape();

        report("'kind':'path','path':'relay'");
        report("'kind':'failure','failure':'no-answer'");
        report("'kind':'failure','failure':'server-unreachable'");
        report("'kind':'ice-restart','restart':'recovered'");
        report("'kind':'ice-restart','restart':'failed'");
        report("'kind':'join-time','joinMs':812");
        var after = scrape();

        assertThat(pairs(before, after, "relay", "connected")).isEqualTo(1);
        assertThat(pairs(before, after, "direct", "connected")).isZero();
        assertThat(pairs(before, after, "none", "failed")).isEqualTo(1);
        assertThat(grown(before, after, "eyestalk_client_failures_total")).isEqualTo(2);
        assertThat(grown(before, after, "eyestalk_ice_restarts_total", "result", "recovered"))
                .isEqualTo(1);
        assertThat(grown(before, after, "eyestalk_ice_restarts_total", "result", "failed"))
                .isEqualTo(1);
        assertThat(grown(before, after, "eyestalk_client_join_seconds_bucket", "le", "0.75"))
                .isZero();
        assertThat(grown(before, after, "eyestalk_client_join_seconds_bucket", "le", "1.0"))
                .isEqualTo(1);
    }

    @Test
    void prometheusHasNothingToSayAboutOurNamesTypesAndHelp() throws IOException {
        assumeTrue(Promtool.isInstalled(), "install Debian's prometheus");
        people.add(Person.in(port, room, "Anna"));

        var verdict = Promtool.checkMetrics(scrape().text());

        // The host's own names are not all to its taste: then it ends with 3.
        assertThat(verdict.status()).as(verdict.text()).isIn(0, 3);
        assertThat(verdict.text().lines().filter(line -> line.startsWith("eyestalk"))).isEmpty();
    }

    @Test
    void hasEveryMetricAndLabelThatAlarmsAndBoardsAskFor() throws IOException {
        var anna = people.add(Person.in(port, room, "Anna"));
        anna.ask("chatting", "{'text':'hello'}");
        var scrape = scrape();

        assertThat(MonitoringFiles.selectors())
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        selector -> {
                            assertThat(scrape.names()).contains(selector.metric());
                            assertThat(scrape.labelsOf(selector.metric()))
                                    .containsAll(selector.labels());
                        });
    }

    @Test
    void labelsNameNoRoomNoPersonAndNoAddress() {
        var anna = people.add(Person.connect(port));
        var list = anna.join(room, "Label tester");

        var scrape = scrape();

        assertThat(scrape.ownLabels())
                .containsExactlyInAnyOrder(
                        "cause", "event", "kind", "le", "limit", "path", "reason", "result", "sink",
                        "via");
        assertThat(scrape.text())
                .doesNotContain(
                        room,
                        "Label tester",
                        list.get("my_id").stringValue(),
                        list.get("room").get("roomId").stringValue(),
                        anna.socketId(),
                        "127.0.0");
    }

    private void join(Person person, String nickname, String password) {
        person.ask(
                "join-room",
                "{'roomName':'%s','userNickname':'%s','roomPassword':'%s'}"
                        .formatted(room, nickname, password));
    }

    private void enterOverRest(Person person, String nickname) {
        new RestWire(port)
                .send(
                        "PATCH",
                        "/room/enter",
                        """
                        {"roomName": "%s", "userNickname": "%s", "roomPassword": "right",
                         "socketId": "%s"}
                        """
                                .formatted(room, nickname, person.socketId()));
    }

    private void report(String fields) {
        var answer =
                new RestWire(port)
                        .send(
                                "POST",
                                "/api/reports",
                                Person.tree("{%s,'browser':'other'}".formatted(fields)).toString());
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private Scrape scrape() {
        return Scrape.of(managementPort);
    }

    private static double joins(Scrape before, Scrape after, String via, String result) {
        return grown(before, after, "eyestalk_joins_seconds_count", "via", via, "result", result);
    }

    private static double events(Scrape before, Scrape after, String event, String result) {
        return grown(
                before, after, "eyestalk_events_seconds_count", "event", event, "result", result);
    }

    private static double pairs(Scrape before, Scrape after, String path, String result) {
        return grown(before, after, "eyestalk_pairs_total", "path", path, "result", result);
    }

    private static double ghosts(Scrape before, Scrape after, String cause) {
        return grown(before, after, "eyestalk_ghosts_removed_total", "cause", cause);
    }

    private static double grown(Scrape before, Scrape after, String name, String... labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
