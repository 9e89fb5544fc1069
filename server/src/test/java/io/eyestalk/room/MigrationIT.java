package io.eyestalk.room;

import static io.eyestalk.room.RoomFixture.connection;
import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.cluster.MariaDbServer;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomName;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The same migrations and the same rules on both databases. */
class MigrationIT {
    @Test
    void h2IsMigratedAndKeepsTheRules() {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE";
        var source =
                new DriverManagerDataSource(
                        url
                                + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1"
                                + ";LOCK_TIMEOUT=10000");

        migrate(source);

        assertRules(source);
    }

    @Test
    void mariaDbIsMigratedAndKeepsTheRules() throws IOException {
        assumeTrue(
                MariaDbServer.isInstalled(),
                "MariaDB is not installed: apt-get install mariadb-server-core mariadb-client-core");
        try (var server = MariaDbServer.start()) {
            migrate(server.database());

            assertRules(server.database());
        }
    }

    /** Twice, as at every start. */
    private static void migrate(DataSource source) {
        var flyway = Flyway.configure().dataSource(source).load();
        assertThat(flyway.migrate().migrationsExecuted).isPositive();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    private static void assertRules(DataSource source) {
        titlesCompareByWhatTheySay(new RoomFixture(source));
        seatsComeAndGo(new RoomFixture(source));
        theLastPlaceIsGivenOnce(new RoomFixture(source));
    }

    private static void titlesCompareByWhatTheySay(RoomFixture fixture) {
        fixture.room("Cafe");
        fixture.room("cafe");
        fixture.room("Café");
        fixture.room("👩‍👩‍👧");
        var created = fixture.room("100% 디자인");

        assertThat(refusalOf(() -> fixture.room("Café")).code())
                .isEqualTo(ProblemCode.DUPLICATE_RESOURCE);
        assertThat(fixture.catalog().search("CAFE", 0, 10).total()).isEqualTo(2);
        assertThat(fixture.catalog().search("0% 디", 0, 10).items()).containsExactly(created);
        assertThat(fixture.catalog().find(RoomRef.byId(created.id()))).contains(created);
    }

    private static void seatsComeAndGo(RoomFixture fixture) {
        fixture.room("seats", 3, "secret");
        var ann = fixture.admission().enter(fixture.request("seats", "ann", "secret"));
        var ben = fixture.admission().enter(fixture.request("seats", "ben", "secret"));
        fixture.presence().disconnected(connection("ann"));
        fixture.presence().heard(ben.self().id(), ann.self().id(), true);
        fixture.presence().heard(ben.self().id(), ann.self().id(), true);
        fixture.pass(Duration.ofSeconds(29));
        var back = fixture.admission().resume(ann.resumeToken(), connection("new"), true);
        fixture.presence().disconnected(connection("new"));
        fixture.restart();
        fixture.pass(Duration.ofSeconds(10));

        assertThat(back.self().id()).isEqualTo(ann.self().id());
        assertThat(fixture.catalog().isFree(new RoomName("seats"))).isTrue();
        assertThat(fixture.dueTimes().next()).isPresent();
        fixture.pass(Duration.ofMinutes(3));
        assertThat(fixture.dueTimes().next()).isEmpty();
    }

    private static void theLastPlaceIsGivenOnce(RoomFixture fixture) {
        fixture.room("race", 2, null);
        fixture.enter("race", "first");

        var entered =
                IntStream.range(0, 16)
                        .mapToObj(
                                number ->
                                        CompletableFuture.supplyAsync(
                                                () -> getsIn(fixture, "p" + number)))
                        .toList()
                        .stream()
                        .filter(CompletableFuture::join)
                        .count();

        assertThat(entered).isEqualTo(1);
        assertThat(fixture.catalog().find(RoomRef.byName(new RoomName("race"))))
                .map(Room::members)
                .contains(2);
    }

    private static boolean getsIn(RoomFixture fixture, String nickname) {
        try {
            fixture.enter("race", nickname);
            return true;
        } catch (RejectedException full) {
            assertThat(full.code()).isEqualTo(ProblemCode.FULL_CAPACITY);
            return false;
        }
    }
}
