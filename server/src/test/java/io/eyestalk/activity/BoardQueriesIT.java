package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.MonitoringFiles;
import io.eyestalk.cluster.MariaDbServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of the Grafana boards on a real MariaDB, with Grafana's macros written out. */
class BoardQueriesIT {
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\((\\w+)\\)");
    private static final Pattern BY_HOUR = Pattern.compile("\\$__timeGroupAlias\\((\\w+), 1h\\)");

    @Test
    void everyPanelShowsWhatHappened() throws IOException {
        assumeTrue(MariaDbServer.isInstalled(), "install Debian's mariadb-server-core");
        try (var server = MariaDbServer.start()) {
            Flyway.configure().dataSource(server.database()).load().migrate();
            var jdbc = JdbcClient.create(server.database());
            happen(jdbc);

            assertThat(answer(jdbc, "Rooms created, last 24 hours"))
                    .extracting(row -> row.get("rooms"))
                    .containsExactly(1L, 1L);
            assertThat(answer(jdbc, "Rooms created today")).containsExactly(Map.of("rooms", 2L));
            assertThat(answer(jdbc, "People today")).containsExactly(Map.of("people", 2L));
            assertThat(answer(jdbc, "Messages per room"))
                    .containsExactly(
                            Map.of("room", "A", "messages", 2L),
                            Map.of("room", "B", "messages", 1L));
            assertThat(answer(jdbc, "Chat of the room $room"))
                    .extracting(row -> row.get("nickname") + " " + row.get("message"))
                    .containsExactly("Ben a JWE", "Anna null");
        }
    }

    @Test
    void theTestKnowsEveryPanelWithSql() throws IOException {
        assertThat(panels()).hasSize(5);
    }

    private static void happen(JdbcClient jdbc) {
        insert(jdbc, "1", "create", "A", "Anna", "09:10:00");
        insert(jdbc, "2", "create", "B", "Cleo", "10:10:00");
        insert(jdbc, "3", "join", "A", "Anna", "09:11:00");
        insert(jdbc, "4", "join", "A", "Ben", "09:12:00");
        insert(jdbc, "5", "chat", "A", "Anna", "09:13:00");
        insert(jdbc, "6", "chat", "A", "Ben", "09:14:00");
        insert(jdbc, "7", "chat", "B", "Cleo", "10:11:00");
        jdbc.sql("update activity set message = 'a JWE' where event_id = '6'").update();
    }

    private static void insert(
            JdbcClient jdbc, String id, String kind, String room, String nickname, String time) {
        jdbc.sql(
                        """
                        insert into activity (event_id, kind, room, nickname, sid, at, node)
                        values (:id, :kind, :room, :nickname, :nickname, :at, 'node')
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("room", room)
                .param("nickname", nickname)
                .param("at", "2026-11-23 " + time)
                .update();
    }

    private static List<Map<String, @Nullable Object>> answer(JdbcClient jdbc, String title)
            throws IOException {
        var sql =
                panels().stream()
                        .filter(panel -> panel.json().path("title").asString().equals(title))
                        .map(panel -> panel.json().at("/targets/0/rawSql").asString())
                        .findFirst()
                        .orElseThrow();
        return jdbc.sql(written(sql)).query().listOfRows();
    }

    private static List<MonitoringFiles.Panel> panels() throws IOException {
        return MonitoringFiles.panels().stream()
                .filter(panel -> panel.json().at("/targets/0").has("rawSql"))
                .toList();
    }

    private static String written(String sql) {
        var filtered =
                TIME_FILTER
                        .matcher(sql)
                        .replaceAll("$1 between '2026-11-23' and '2026-11-24'")
                        .replace("${room:sqlstring}", "'A'");
        return BY_HOUR.matcher(filtered)
                .replaceAll("unix_timestamp($1) div 3600 * 3600 as \"time\"");
    }
}
