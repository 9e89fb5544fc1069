package io.eyestalk.room;

import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.eyestalk.cluster.MariaDbServer;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds on H2 holds on a real MariaDB, and between nodes that share it. */
class RoomsOnMariaDbIT {
    private static @Nullable MariaDbServer server;

    @BeforeAll
    static void migrate() throws IOException {
        assumeTrue(MariaDbServer.isInstalled(), "MariaDB is not installed");
        server = MariaDbServer.start();
        Flyway.configure().dataSource(server.database()).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Nested
    class Admissions extends AdmissionTest {
        @Override
        RoomFixture open() {
            return onMariaDb();
        }
    }

    @Nested
    class Presences extends PresenceTest {
        @Override
        RoomFixture open() {
            return onMariaDb();
        }
    }

    @Nested
    class Resumptions extends ResumeTest {
        @Override
        RoomFixture open() {
            return onMariaDb();
        }
    }

    @Nested
    class Catalogs extends RoomCatalogTest {
        @Override
        RoomFixture open() {
            return onMariaDb();
        }
    }

    @Nested
    class Takeovers extends TakeoverTest {
        @Override
        RoomFixture open() {
            return onMariaDb();
        }
    }

    @Nested
    class SeatReviews extends SeatReviewTest {
        @Override
        RoomFixture open() {
            return onMariaDb();
        }
    }

    /** Three nodes have locks of their own in memory and only the database in common. */
    @Test
    void ofTwoHundredOnThreeNodesOneGetsTheLastPlaceOfEachOfFiftyRooms() throws Exception {
        clear();
        try (var pools = new Pools(3)) {
            var nodes = pools.nodes();
            var titles = IntStream.range(0, 50).mapToObj(number -> "race-" + number).toList();
            titles.forEach(title -> nodes.getFirst().room(title, 2, null));
            titles.forEach(title -> nodes.getFirst().enter(title, "first-" + title));

            for (var title : titles) {
                assertThat(winners(nodes, title)).as(title).isEqualTo(1);
            }

            var wrong =
                    database()
                            .sql(
                                    """
                                    select count(*) from room
                                    where room_enter_user <> 2 or room_enter_user <>
                                          (select count(*) from room_user
                                           where room_user.room_id = room.room_id)
                                    """)
                            .query(Long.class)
                            .single();
            assertThat(wrong).isZero();
        }
    }

    @Test
    void whoLosesADeadlockGoesNextAndNobodyHearsOfIt() throws Exception {
        clear();
        try (var pools = new Pools(2);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = pools.nodes();
            var one = nodes.getFirst().room("one").id();
            var other = nodes.getFirst().room("other").id();
            var before = deadlocks();
            var bothHoldTheirFirst = new CountDownLatch(2);

            var there = threads.submit(() -> lock(nodes.get(0), one, other, bothHoldTheirFirst));
            var back = threads.submit(() -> lock(nodes.get(1), other, one, bothHoldTheirFirst));

            assertThat(List.of(there.get(), back.get())).containsExactly(true, true);
            assertThat(deadlocks()).isGreaterThan(before);
        }
    }

    @Test
    void whoWaitsForALockTooLongIsAskedToComeAgain() {
        clear();
        try (var pools = new Pools(2);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = pools.nodes();
            var room = nodes.getFirst().room("kept").id();
            var isKept = new CountDownLatch(1);
            var mayEnd = new CountDownLatch(1);
            var keeper = threads.submit(() -> keep(nodes.get(0), room, isKept, mayEnd));
            awaitOther(isKept);

            var begun = System.nanoTime();
            var refusal = refusalOf(() -> nodes.get(1).enter("kept", "ann"));
            var waited = Duration.ofNanos(System.nanoTime() - begun);
            mayEnd.countDown();

            assertThat(refusal.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
            assertThat(refusal.retryAfter()).isPresent();
            assertThat(waited).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(7));
            assertThat(keeper).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    private static boolean keep(
            RoomFixture node, RoomId room, CountDownLatch isKept, CountDownLatch mayEnd) {
        return node.turns()
                .take(
                        room,
                        (kept, news) -> {
                            isKept.countDown();
                            awaitOther(mayEnd);
                            return true;
                        })
                .orElseThrow();
    }

    /** Locks two rooms in this order, the second one not before the other party holds its first. */
    private static boolean lock(RoomFixture node, RoomId first, RoomId second, CountDownLatch met) {
        return node.turns()
                .take(
                        first,
                        (room, news) -> {
                            met.countDown();
                            awaitOther(met);
                            return node.rooms().lock(second).isPresent();
                        })
                .orElseThrow();
    }

    private static void awaitOther(CountDownLatch met) {
        try {
            assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static long winners(List<RoomFixture> nodes, String title)
            throws InterruptedException, ExecutionException {
        var winners = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started =
                    IntStream.range(0, 200)
                            .mapToObj(
                                    number ->
                                            threads.submit(
                                                    () ->
                                                            getsIn(
                                                                    nodes.get(number % 3),
                                                                    title,
                                                                    number)))
                            .toList();
            for (var answer : started) {
                winners += answer.get() ? 1 : 0;
            }
        }
        return winners;
    }

    private static boolean getsIn(RoomFixture node, String title, int number) {
        try {
            node.enter(title, "p" + number + "-" + title);
            return true;
        } catch (RejectedException full) {
            assertThat(full.code()).isEqualTo(ProblemCode.FULL_CAPACITY);
            return false;
        }
    }

    private static long deadlocks() {
        return database()
                .sql("select count from information_schema.innodb_metrics where name = :name")
                .param("name", "lock_deadlocks")
                .query(Long.class)
                .single();
    }

    private static RoomFixture onMariaDb() {
        clear();
        return new RoomFixture(running().database());
    }

    private static void clear() {
        Stream.of("room_user_heard", "room_user", "resume_token", "room", "node")
                .forEach(table -> database().sql("delete from " + table).update());
    }

    private static JdbcClient database() {
        return JdbcClient.create(running().database());
    }

    private static MariaDbServer running() {
        var started = server;
        if (started == null) {
            throw new IllegalStateException("MariaDB was not started");
        }
        return started;
    }

    /** Nodes with a pool each, as the application has it. */
    private record Pools(List<HikariDataSource> sources, List<RoomFixture> nodes)
            implements AutoCloseable {
        Pools(int nodes) {
            this(IntStream.range(0, nodes).mapToObj(number -> pool()).toList());
        }

        private Pools(List<HikariDataSource> sources) {
            this(sources, sources.stream().map(RoomFixture::new).toList());
        }

        private static HikariDataSource pool() {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(MariaDbServer.urlVia(running().port()));
            pool.setUsername("root");
            pool.setPassword("");
            pool.setMaximumPoolSize(10);
            pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            return pool;
        }

        @Override
        public void close() {
            sources.forEach(HikariDataSource::close);
        }
    }
}
