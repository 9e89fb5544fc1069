package io.eyestalk.stats;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code client_report}: counts per hour, never a single report. */
@Repository
@OnlyWithDashboard
class ClientReports {
    private final JdbcClient jdbc;

    ClientReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many reports said the same in one hour.
     *
     * @param hour its start
     */
    record Count(Instant hour, String kind, String what, long reports) {}

    /** Counts one more in the hour that starts then. */
    void add(Instant hour, ClientReport report) {
        if (increment(hour, report)) {
            return;
        }
        try {
            insert(hour, report);
        } catch (DuplicateKeyException somebodyWasFaster) {
            increment(hour, report);
        }
    }

    /** Everything since then, the families of browsers together. */
    List<Count> since(Instant from) {
        return jdbc.sql(
                        """
                        select reported_in, kind, what, sum(reports) as reports
                        from client_report
                        where reported_in >= :from
                        group by reported_in, kind, what
                        order by reported_in, kind, what
                        """)
                .param("from", utc(from))
                .query(
                        (row, number) ->
                                new Count(
                                        row.getObject("reported_in", LocalDateTime.class)
                                                .toInstant(ZoneOffset.UTC),
                                        row.getString("kind"),
                                        row.getString("what"),
                                        row.getLong("reports")))
                .list();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from client_report where reported_in < :time")
                .param("time", utc(time))
                .update();
    }

    private boolean increment(Instant hour, ClientReport report) {
        return jdbc.sql(
                                """
                                update client_report
                                set reports = reports + 1
                                where reported_in = :hour and kind = :kind and what = :what
                                      and browser = :browser
                                """)
                        .param("hour", utc(hour))
                        .param("kind", report.kind().column())
                        .param("what", report.what())
                        .param("browser", ClientReport.word(report.browser()))
                        .update()
                > 0;
    }

    private void insert(Instant hour, ClientReport report) {
        jdbc.sql(
                        """
                        insert into client_report (reported_in, kind, what, browser, reports)
                        values (:hour, :kind, :what, :browser, 1)
                        """)
                .param("hour", utc(hour))
                .param("kind", report.kind().column())
                .param("what", report.what())
                .param("browser", ClientReport.word(report.browser()))
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
