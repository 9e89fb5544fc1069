package io.eyestalk.signaling;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.cluster.ClusterNodes;
import io.eyestalk.cluster.FalseClock;
import io.eyestalk.cluster.FaultyProxy;
import io.eyestalk.cluster.MariaDbServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nodes that come, go, die and are cut off around people who meet, as real processes on a real
 * MariaDB. Everybody is on the first node, which each test may end; the second one survives. In all
 * of these tests the clocks of the nodes are a minute ahead of the database's.
 */
class NodeDeathIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String SHORT = "--eyestalk.room.away-grace=3s";
    private static final String LOOKED_AFTER =
            "node_id in (select node_id from node where lease_until > utc_timestamp(6))";
    private static final Duration LEASE_AND_MORE = Duration.ofSeconds(25);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private static ClusterNodes cluster;
    private static FaultyProxy line;
    private static String[] first;
    private static boolean ended;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();
    private Person anna;
    private Person ben;

    @BeforeAll
    static void start() throws IOException {
        ClusterNodes.assumeInstalled();
        cluster = ClusterNodes.around(MariaDbServer.startBehind(A_MINUTE));
        line = FaultyProxy.to(cluster.database().port());
        var url = "--spring.datasource.url=" + MariaDbServer.urlVia(line.port());
        first = new String[] {url, SHORT, "--eyestalk.realtime.transports=polling,websocket"};
        cluster.add(1, first);
        cluster.add(1, SHORT);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
            line.close();
        }
    }

    @BeforeEach
    void twoPeopleMeet() throws IOException {
        line.heal();
        if (ended) {
            cluster.replace(0, first);
            ended = false;
        }
        // over WebSocket the Java client does not notice a close frame (OkHttp's onClosing)
        anna = people.add(Person.connect(cluster.node(0).port(), "polling"));
        ben = people.add(Person.connect(cluster.node(0).port(), "websocket"));
        anna.join(room, "Anna");
        ben.join(room, "Ben");
        anna.forget();
    }

    @Test
    void aNodeThatComesDisturbsNobody() throws IOException {
        cluster.add(1, SHORT);
        awaitRenewals();

        assertThat(seats("away_since is null")).containsExactly("Anna", "Ben");
        assertThat(anna.unasked()).doesNotContain("user-away", "user-disconnect");
    }

    @Test
    void nodesGoByTheTimeOfTheDatabaseHoweverWrongTheirClocksAre() {
        assumeTrue(FalseClock.isInstalled(), "needs Debian's faketime");
        var said = anna.ask("chatting", "{'text':'hi','direct':false}");

        var now = database().sql("select utc_timestamp(6)").query(LocalDateTime.class).single();
        var at = LocalDateTime.ofInstant(Instant.parse(said.get("at").stringValue()), UTC);
        assertThat(at).isBetween(now.minusSeconds(5), now.plusSeconds(1));
        assertThat(now).isBefore(LocalDateTime.now(UTC).minusSeconds(55));
    }

    @Test
    void whoseNodeIsKilledComesBackElsewhereOrIsRemoved() {
        cluster.node(0).kill();
        ended = true;
        try (var annaAgain = Person.connect(cluster.node(1).port(), "websocket")) {
            var annaAfter = annaAgain.resume(anna.entry(), false);
            var gone = annaAgain.hears("user-disconnect", LEASE_AND_MORE);

            assertThat(annaAfter.get("my_id").stringValue()).isEqualTo(anna.id());
            assertThat(gone.get("sid").stringValue()).isEqualTo(ben.id());
            assertThat(seats("true")).containsExactly("Anna");
            assertThat(counted()).isEqualTo(1);
        }
    }

    @Test
    void whoseNodeEndsInOrderIsLookedAfterAtOnce() {
        try (var carl = Person.in(cluster.node(1).port(), room, "Carl")) {
            hear(carl, anna);
            hear(carl, ben);
            within(LEASE_AND_MORE, NodeDeathIT::secondJudges);
            var begun = System.nanoTime();

            cluster.node(0).stop();
            ended = true;
            var took = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(took).isLessThan(LONGEST_STOP);
            within(
                    Duration.ofSeconds(2),
                    () -> cluster.node(0).output().contains("event=lease-given-back"));
            // the lease would have lasted for longer
            within(Duration.ofSeconds(4), () -> seats(LOOKED_AFTER).size() == 3);
        }
    }

    @Test
    void aNodeEndsInTimeEvenIfTheDatabaseDoesNotAnswer() {
        line.hang();
        var begun = System.nanoTime();

        cluster.node(0).stop();
        ended = true;

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST_STOP);
    }

    @Test
    void whoseNodeIsCutOffForAMomentIsBackWithoutDoingAnything() {
        try (var carl = Person.in(cluster.node(1).port(), room, "Carl")) {
            hear(carl, anna);
            hear(carl, ben);
            line.cut();
            within(LEASE_AND_MORE, () -> seats("away_since is not null").size() == 2);

            line.heal();

            within(LEASE_AND_MORE, () -> seats("away_since is null").size() == 3);
            var said = anna.ask("chatting", "{'text':'hi','direct':false}");
            assertThat(said.get("ok").booleanValue()).isTrue();
            assertThat(anna.isConnected() && ben.isConnected()).isTrue();
        }
    }

    @Test
    void whoseNodeIsCutOffForLongIsSentToConnectAgainAndResumes() {
        try (var _ = Person.in(cluster.node(1).port(), room, "Carl")) {
            line.cut();
            within(LEASE_AND_MORE, () -> seats("true").equals(List.of("Carl")));

            line.heal();

            // after "io server disconnect" an official client would not come back by itself
            assertThat(anna.end()).isEqualTo("transport close");
            try (var annaAgain = Person.connect(cluster.node(0).port(), "websocket")) {
                var back = annaAgain.resume(anna.entry(), false);
                assertThat(back.get("my_id").stringValue()).isEqualTo(anna.id());
                assertThat(seats("true")).containsExactly("Anna", "Carl");
                assertThat(counted()).isEqualTo(2);
            }
        }
    }

    private static void hear(Person listener, Person member) {
        listener.ask("peer-state", "{'sid':'%s','heard':true}".formatted(member.id()));
    }

    /** Until all nodes have renewed their leases twice: so long a node has looked around. */
    private static void awaitRenewals() {
        var before = leases();
        within(Duration.ofSeconds(10), () -> leases() >= before + 6);
    }

    /** The seconds all leases last from some day on, together. */
    private static long leases() {
        return database()
                .sql("select sum(to_seconds(lease_until)) from node")
                .query(Long.class)
                .single();
    }

    /** A node judges others when it has held its own lease for 12 s. */
    private static boolean secondJudges() {
        return database()
                        .sql(
                                """
                                select max(timestampdiff(second, started_at, utc_timestamp(6)))
                                from node
                                where lease_until > utc_timestamp(6)
                                """)
                        .query(Long.class)
                        .single()
                > 13;
    }

    private List<String> seats(String condition) {
        return database()
                .sql(
                        """
                        select user_nickname
                        from room_user join room on room.room_id = room_user.room_id
                        where room_name = :room and\s"""
                                + condition
                                + " order by user_nickname")
                .param("room", room)
                .query((row, number) -> row.getString("user_nickname"))
                .list();
    }

    private long counted() {
        return database()
                .sql("select room_enter_user from room where room_name = :room")
                .param("room", room)
                .query(Long.class)
                .single();
    }

    private static void within(Duration patience, Callable<Boolean> condition) {
        await().atMost(patience).until(condition);
    }

    private static JdbcClient database() {
        return JdbcClient.create(cluster.database().database());
    }
}
