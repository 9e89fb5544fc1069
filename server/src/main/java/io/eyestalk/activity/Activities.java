package io.eyestalk.activity;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The table {@code activity}. */
@Repository
class Activities {
    private final NamedParameterJdbcTemplate jdbc;

    Activities(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows that are there already stay as they are. */
    void insert(List<ActivityDocument> documents) {
        jdbc.batchUpdate(
                """
                insert ignore into activity (event_id, kind, room, nickname, sid, at, node, message)
                values (:eventId, :kind, :room, :nickname, :sid, :at, :node, :message)
                """,
                documents.stream().map(Activities::parameters).toArray(SqlParameterSource[]::new));
    }

    /**
     * Removes what happened before a time.
     *
     * @return how many were removed: {@code most}, if there may be more
     */
    int deleteBefore(Instant time, int most) {
        return jdbc.update(
                "delete from activity where at < :time limit :most",
                new MapSqlParameterSource("time", UtcTime.toColumn(time)).addValue("most", most));
    }

    private static SqlParameterSource parameters(ActivityDocument document) {
        return new MapSqlParameterSource("eventId", document.eventId().toString())
                .addValue("kind", document.kind().column())
                .addValue("room", document.room())
                .addValue("nickname", document.nickname())
                .addValue("sid", document.sid())
                .addValue("at", UtcTime.toColumn(document.at()))
                .addValue("node", document.node())
                .addValue("message", document.message());
    }
}
