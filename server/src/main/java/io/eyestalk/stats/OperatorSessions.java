package io.eyestalk.stats;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code operator_session}. */
@Repository
@OnlyWithDashboard
class OperatorSessions {
    private final JdbcClient jdbc;

    OperatorSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String seal, Instant expiresAt) {
        jdbc.sql(
                        """
                        insert into operator_session (seal, expires_at)
                        values (:seal, :expiresAt)
                        """)
                .param("seal", seal)
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    boolean isOpen(String seal, Instant now) {
        return jdbc.sql(
                                """
                                select count(*)
                                from operator_session
                                where seal = :seal and expires_at > :now
                                """)
                        .param("seal", seal)
                        .param("now", utc(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether there was such a session. */
    boolean delete(String seal) {
        return jdbc.sql("delete from operator_session where seal = :seal")
                        .param("seal", seal)
                        .update()
                > 0;
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from operator_session where expires_at <= :now")
                .param("now", utc(now))
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
