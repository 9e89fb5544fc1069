package io.eyestalk.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.FreshDataFolder;
import io.eyestalk.RestWire;
import io.eyestalk.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backup and restore as {@code docs/operations.md} says, with the database lost in between. */
class BackupIT {
    private static final String ROOM = "회의 🎉";
    private static final String STAYS = "--eyestalk.room.unentered-grace=10m";

    @TempDir private Path backups;

    @Test
    void theEmbeddedDatabaseComesBack() throws IOException {
        var lost = FreshDataFolder.next();
        var restored = FreshDataFolder.next();
        try (var server = ServerProcess.start(lost, STAYS)) {
            create(server);
            server.stop();
        }

        new DocumentedCommands(backups, Map.of("DATA", lost.toString())).run("backup of H2");
        new DocumentedCommands(backups, Map.of("DATA", restored.toString())).run("restore of H2");

        try (var server = ServerProcess.start(restored, STAYS)) {
            assertThat(rooms(server)).contains(ROOM);
        }
    }

    @Test
    void mariaDbComesBackFromABackupTakenWhileItServes() throws IOException {
        ClusterNodes.assumeInstalled();
        var commands = new DocumentedCommands(backups, Map.of());
        try (var cluster = ClusterNodes.withoutNodes()) {
            Files.writeString(
                    backups.resolve("backup.cnf"),
                    "[client]\nhost=127.0.0.1\nuser=root\nport=" + cluster.database().port());
            cluster.add(1, STAYS);
            create(cluster.node(0));
            await().until(() -> countOf(cluster, "activity") > 0);
            commands.run("backup of MariaDB");
            cluster.node(0).kill();
            JdbcClient.create(cluster.database().database()).sql("drop table activity").update();

            commands.run("restore of MariaDB");

            assertThat(rooms(cluster.replace(0, STAYS))).contains(ROOM);
            assertThat(countOf(cluster, "activity")).isPositive();
        }
    }

    private static void create(ServerProcess server) {
        var body =
                "{\"roomName\": \"" + ROOM + "\", \"roomCapacity\": 4, \"userNickname\": \"ann\"}";
        var created = server.rest().send("POST", "/room", body);
        assertThat(created.statusCode()).isEqualTo(201);
    }

    private static String rooms(ServerProcess server) {
        return RestWire.json(server.rest().get("/room")).findValuesAsString("roomName").toString();
    }

    private static int countOf(ClusterNodes cluster, String table) {
        return JdbcClient.create(cluster.database().database())
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
