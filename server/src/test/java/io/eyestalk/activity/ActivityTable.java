package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The table {@code activity} of an empty database, its sink, and the rules both keep. */
final class ActivityTable {
    static final Duration RETENTION = Duration.ofDays(30);

    private final ManualClock clock = new ManualClock();
    private final JdbcClient jdbc;
    private final DatabaseSink sink;

    ActivityTable(DataSource source) {
        jdbc = JdbcClient.create(source);
        jdbc.sql("drop table if exists activity").update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V5__activity.sql"))
                .execute(source);
        sink =
                new DatabaseSink(
                        new Activities(new NamedParameterJdbcTemplate(source)),
                        new JdbcTransactionManager(source),
                        TestProperties.keeping(RETENTION),
                        clock);
    }

    static ActivityTable onH2() {
        var url =
                "jdbc:h2:mem:"
                        + UUID.randomUUID()
                        + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
                        + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        return new ActivityTable(new DriverManagerDataSource(url));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    DatabaseSink sink() {
        return sink;
    }

    long count() {
        return jdbc.sql("select count(*) from activity").query(Long.class).single();
    }

    void assertWritesADocumentOnce() throws SinkAwayException {
        var documents = Documents.numbered(0, 3);

        sink.write(documents);
        sink.write(documents);
        sink.write(Documents.numbered(2, 5));

        assertThat(count()).isEqualTo(5);
    }

    void assertKeepsEveryField() throws SinkAwayException {
        var document =
                new ActivityDocument(
                        UUID.randomUUID(),
                        ActivityKind.CHAT,
                        "디자인 회의 🎉",
                        "지우",
                        "sid-1",
                        Instant.parse("2026-03-29T02:30:00.123Z"),
                        "node-1",
                        "e.".repeat(6000));

        sink.write(List.of(document));

        var row = jdbc.sql("select * from activity").query().singleRow();
        assertThat(row)
                .containsEntry("event_id", document.eventId().toString())
                .containsEntry("kind", "chat")
                .containsEntry("room", document.room())
                .containsEntry("nickname", document.nickname())
                .containsEntry("sid", document.sid())
                .containsEntry("node", document.node())
                .containsEntry("message", document.message());
        assertThat(jdbc.sql("select at from activity").query(LocalDateTime.class).single())
                .isEqualTo(LocalDateTime.parse("2026-03-29T02:30:00.123"));
    }

    void assertForgetsWhatIsOlderThanTheRetention() throws SinkAwayException {
        var now = clock.instant();
        var tooOld = now.minus(RETENTION).minusMillis(1);
        // more than are deleted at once
        sink.write(IntStream.range(0, 2100).mapToObj(i -> Documents.at(i, tooOld)).toList());
        sink.write(List.of(Documents.at(-1, now.minus(RETENTION))));

        sink.tidy();

        assertThat(count()).isEqualTo(1);
    }
}
