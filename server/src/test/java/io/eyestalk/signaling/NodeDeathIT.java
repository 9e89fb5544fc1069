package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.cluster.ClusterNodes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Nodes that come and die around people who meet, as real processes on a real MariaDB. */
class NodeDeathIT {
    private static final String ROOM = "디자인 회의";
    private static final String SHORT = "--eyestalk.room.away-grace=4s";

    @Test
    void aNodeThatComesDisturbsNobodyAndOneThatDiesLeavesNoGhost() throws IOException {
        assumeTrue(ClusterNodes.canStart(), "needs Debian's mariadb-server-core and redis-server");
        try (var cluster = ClusterNodes.start(1, SHORT);
                var anna = Person.connect(cluster.node(0).port(), "websocket");
                var ben = Person.connect(cluster.node(0).port(), "websocket")) {
            var database = JdbcClient.create(cluster.database().database());
            var benBefore = ben.join(ROOM, "Ben");
            var annaBefore = anna.join(ROOM, "Anna");

            cluster.add(1, SHORT);
            awaitRenewals(database);

            assertThat(away(database)).isEmpty();
            assertThat(anna.unasked()).doesNotContain("user-away", "user-disconnect");

            cluster.node(0).kill();
            try (var annaAgain = Person.connect(cluster.node(1).port(), "websocket")) {
                var annaAfter = resume(annaAgain, annaBefore);
                var gone = annaAgain.hears("user-disconnect", Duration.ofSeconds(25));

                assertThat(annaAfter.get("my_id")).isEqualTo(annaBefore.get("my_id"));
                assertThat(gone.get("sid")).isEqualTo(benBefore.get("my_id"));
                assertThat(seats(database)).containsExactly("Anna");
                assertThat(members(database)).isEqualTo(1);
            }
        }
    }

    private static JsonNode resume(Person person, JsonNode before) {
        var token = before.get("resume_token");
        return person.ask("resume", "{'token':%s,'fresh':false}".formatted(token));
    }

    /** Until both nodes have renewed their leases twice: so long a node has looked around. */
    private static void awaitRenewals(JdbcClient database) {
        var before = leases(database);
        await().atMost(Duration.ofSeconds(10)).until(() -> leases(database) >= before + 4);
    }

    /** The seconds all leases last from some day on, together. */
    private static long leases(JdbcClient database) {
        return database.sql("select sum(to_seconds(lease_until)) from node")
                .query(Long.class)
                .single();
    }

    private static List<String> away(JdbcClient database) {
        return database.sql("select user_nickname from room_user where away_since is not null")
                .query((row, number) -> row.getString("user_nickname"))
                .list();
    }

    private static List<String> seats(JdbcClient database) {
        return database.sql("select user_nickname from room_user")
                .query((row, number) -> row.getString("user_nickname"))
                .list();
    }

    private static long members(JdbcClient database) {
        return database.sql("select sum(room_enter_user) from room").query(Long.class).single();
    }
}
