package io.eyestalk.stats;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of the table {@code activity}, which the activity module writes. Never writes to it. */
@Repository
@OnlyWithDashboard
class ActivityCounts {
    private static final int MOST_ROOMS = 20;

    private final JdbcClient jdbc;

    ActivityCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many messages were sent in one room. */
    record RoomMessages(String room, long count) {}

    /**
     * One message of a room.
     *
     * @param message a compact JWE (RFC 7516, section 3.1); null when no key was configured then
     */
    record RoomMessage(String id, Instant at, String nickname, @Nullable String message) {}

    /** Rooms created since then, by the number of the hour; hours without one are not there. */
    Map<Integer, Long> roomsByHour(Instant from) {
        return byHour(
                """
                select number, count(*) as found
                from (select floor(timestampdiff(minute, cast(:from as datetime), at) / 60) as number
                      from activity
                      where kind = 'create' and at >= :from) as hours
                group by number
                """,
                from);
    }

    /** Different people who entered since then, by the number of the hour. */
    Map<Integer, Long> peopleByHour(Instant from) {
        return byHour(
                """
                select number, count(distinct sid) as found
                from (select floor(timestampdiff(minute, cast(:from as datetime), at) / 60) as number,
                             sid
                      from activity
                      where kind = 'join' and at >= :from) as hours
                group by number
                """,
                from);
    }

    /** Different people who entered since then; who entered twice counts once. */
    long people(Instant from) {
        return jdbc.sql(
                        """
                        select count(distinct sid)
                        from activity
                        where kind = 'join' and at >= :from
                        """)
                .param("from", utc(from))
                .query(Long.class)
                .single();
    }

    /** The rooms in which most was said since then, most first; 20 at most. */
    List<RoomMessages> messagesByRoom(Instant from) {
        return jdbc.sql(
                        """
                        select room, count(*) as found
                        from activity
                        where kind = 'chat' and at >= :from
                        group by room
                        order by found desc, room
                        limit :most
                        """)
                .param("from", utc(from))
                .param("most", MOST_ROOMS)
                .query((row, number) -> new RoomMessages(row.getString(1), row.getLong(2)))
                .list();
    }

    /**
     * Messages of rooms of that title, newest first. Ids sort by time (RFC 9562, section 5.7).
     *
     * @param before only those older than this one
     */
    List<RoomMessage> messagesOf(String room, String before, int most) {
        return jdbc.sql(
                        """
                        select event_id, at, nickname, message
                        from activity
                        where room = :room and kind = 'chat' and event_id < :before
                        order by event_id desc
                        limit :most
                        """)
                .param("room", room)
                .param("before", before)
                .param("most", most)
                .query(
                        (row, number) ->
                                new RoomMessage(
                                        row.getString("event_id"),
                                        row.getObject("at", LocalDateTime.class)
                                                .toInstant(ZoneOffset.UTC),
                                        row.getString("nickname"),
                                        row.getString("message")))
                .list();
    }

    private Map<Integer, Long> byHour(String sql, Instant from) {
        return jdbc
                .sql(sql)
                .param("from", utc(from))
                .query((row, number) -> Map.entry(row.getInt("number"), row.getLong("found")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
