package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.RestWire;
import io.eyestalk.cluster.ClusterNodes;
import io.eyestalk.cluster.FaultyProxy;
import io.eyestalk.cluster.MariaDbServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real MariaDB that is killed, does not answer, or is slow, while two people meet. */
class DatabaseFaultsIT {
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private static ClusterNodes cluster;
    private static FaultyProxy line;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();
    private Person anna;
    private Person ben;

    @BeforeAll
    static void start() throws IOException {
        ClusterNodes.assumeInstalled();
        cluster = ClusterNodes.withoutNodes();
        line = FaultyProxy.to(cluster.database().port());
        cluster.add(1, "--spring.datasource.url=" + MariaDbServer.urlVia(line.port()));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
            line.close();
        }
    }

    @BeforeEach
    void twoPeopleMeet() {
        line.heal();
        anna = people.add(Person.in(port(), room, "Anna"));
        ben = people.add(Person.in(port(), room, "Ben"));
        anna.forget();
    }

    @Test
    void whileTheDatabaseIsDownCallsAndChatGoOnAndNobodyIsLost() throws IOException {
        var begun = System.nanoTime();
        cluster.database().kill();

        assertAskedToComeAgain(enter("Carl"));
        assertThat(readiness()).isEqualTo(503);
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(OUTAGE.plusSeconds(20))
                .until(() -> chats() && System.nanoTime() - begun >= OUTAGE.toNanos());
        assertAskedToComeAgain(enter("Carl"));

        cluster.database().startAgain();
        await().atMost(Duration.ofSeconds(15)).until(() -> readiness() == 200);
        assertThat(enter("Carl").statusCode()).isEqualTo(200);
        assertThat(present()).contains("Anna", "Ben");
        assertThat(anna.unasked()).doesNotContain("user-away", "user-disconnect");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsGivenUpAfterSeconds() {
        // a connection that was used just now is not tested before it is used again
        cluster.node(0).rest().get("/room");
        line.hang();

        var refusal = enter("Carl");
        assertThat(chats()).isTrue();

        assertAskedToComeAgain(refusal);
        line.heal();
        await().atMost(Duration.ofSeconds(15)).until(() -> enter("Carl").statusCode() == 200);
        assertThat(present()).contains("Anna", "Ben");
        assertThat(anna.unasked()).doesNotContain("user-away", "user-disconnect");
    }

    @Test
    void aSlowDatabaseMakesEntriesSlowAndKeepsTheLease() {
        var node = cluster.node(0);
        var leases = node.output().split("event=lease-begun", -1).length;
        line.delay(Duration.ofMillis(75));

        var carl = people.add(Person.connect(port(), "websocket"));
        var answer = carl.join(room, "Carl");

        assertThat(answer.get("list").size()).isEqualTo(2);
        assertThat(chats()).isTrue();
        assertThat(present()).containsExactlyInAnyOrder("Anna", "Ben", "Carl");
        assertThat(node.output().split("event=lease-begun", -1)).hasSize(leases);
    }

    private static int port() {
        return cluster.node(0).port();
    }

    private static int readiness() {
        return cluster.node(0).rest().get("/readyz").statusCode();
    }

    private HttpResponse<String> enter(String nickname) {
        var body =
                """
                {"roomName": "%s", "userNickname": "%s", "socketId": "%s"}
                """
                        .formatted(room, nickname, UUID.randomUUID());
        return cluster.node(0).rest().send("PATCH", "/room/enter", body);
    }

    private static void assertAskedToComeAgain(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(RestWire.code(refusal)).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(refusal.headers().firstValueAsLong("Retry-After")).isPresent();
    }

    /** Whether a message of Anna's arrives at Ben's. */
    private boolean chats() {
        var text = UUID.randomUUID().toString();
        var answer = anna.ask("chatting", "{'text':'%s','direct':false}".formatted(text));
        ben.hears("chatting", message -> text.equals(message.path("text").asString("")));
        return answer.get("ok").booleanValue();
    }

    private List<String> present() {
        return JdbcClient.create(cluster.database().database())
                .sql(
                        """
                        select user_nickname
                        from room_user join room on room.room_id = room_user.room_id
                        where room_name = :room and away_since is null
                        """)
                .param("room", room)
                .query((row, number) -> row.getString("user_nickname"))
                .list();
    }
}
