package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.stats.ActivityCounts.RoomMessage;
import io.eyestalk.stats.ActivityCounts.RoomMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The table {@code activity} of an empty database, and what its counts must be. */
final class ActivityRules {
    /** Midnight in Kolkata: hours of half-hour zones begin at half past. */
    private static final Instant MIDNIGHT = Instant.parse("2026-03-28T18:30:00Z");

    private static final String BEHIND_ALL = "g";

    private final JdbcClient jdbc;
    private final ActivityCounts counts;
    private int written;

    ActivityRules(DataSource source) {
        jdbc = JdbcClient.create(source);
        jdbc.sql("drop table if exists activity").update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V5__activity.sql"))
                .execute(source);
        counts = new ActivityCounts(jdbc);
    }

    void assertCountsRoomsByTheHourFromAnyMinuteOn() {
        write("create", "early", "ann", null, Duration.ofMillis(-1));
        write("create", "first", "ann", null, Duration.ZERO);
        write("create", "second", "ann", null, Duration.ofMinutes(60).minusMillis(1));
        write("create", "third", "ann", null, Duration.ofMinutes(125));
        write("join", "third", "ann", "sid-1", Duration.ofMinutes(125));

        assertThat(counts.roomsByHour(MIDNIGHT))
                .hasSize(2)
                .containsEntry(0, 2L)
                .containsEntry(2, 1L);
    }

    void assertCountsAPersonOnce() {
        write("join", "room", "ann", "sid-1", Duration.ofMinutes(1));
        write("join", "room", "ann", "sid-1", Duration.ofMinutes(2));
        write("join", "room", "ann", "sid-1", Duration.ofMinutes(61));
        write("join", "room", "ben", "sid-2", Duration.ofMinutes(3));
        write("join", "room", "eve", "sid-3", Duration.ofMinutes(-1));

        assertThat(counts.people(MIDNIGHT)).isEqualTo(2);
        assertThat(counts.peopleByHour(MIDNIGHT))
                .hasSize(2)
                .containsEntry(0, 2L)
                .containsEntry(1, 1L);
    }

    void assertNamesTheRoomsInWhichMostWasSaid() {
        for (var room = 0; room < 21; room++) {
            write("chat", "room %02d".formatted(room), "ann", "sid-1", Duration.ofMinutes(1));
        }
        write("chat", "회의", "ann", "sid-1", Duration.ofMinutes(2));
        write("chat", "회의", "ann", "sid-1", Duration.ofMinutes(2));

        var rooms = counts.messagesByRoom(MIDNIGHT);

        assertThat(rooms).hasSize(20).startsWith(new RoomMessages("회의", 2));
        assertThat(rooms.get(1)).isEqualTo(new RoomMessages("room 00", 1));
    }

    void assertTellsTheMessagesOfARoomNewestFirst() {
        write("chat", "room", "ann", "sid-1", Duration.ofMinutes(1));
        write("chat", "ROOM", "ann", "sid-1", Duration.ofMinutes(2));
        write("chat", "room", "ben", "sid-2", Duration.ofMinutes(3));
        write("join", "room", "ben", "sid-2", Duration.ofMinutes(4));

        var all = counts.messagesOf("room", BEHIND_ALL, 100);
        var older = counts.messagesOf("room", all.getFirst().id(), 100);

        assertThat(all).extracting(RoomMessage::nickname).containsExactly("ben", "ann");
        assertThat(all.getFirst().at()).isEqualTo(MIDNIGHT.plus(Duration.ofMinutes(3)));
        assertThat(all.getFirst().message()).isEqualTo("jwe");
        assertThat(older).extracting(RoomMessage::nickname).containsExactly("ann");
        assertThat(counts.messagesOf("room", BEHIND_ALL, 1)).hasSize(1);
    }

    private void write(
            String kind, String room, String nickname, @Nullable String sid, Duration after) {
        var at = MIDNIGHT.plus(after);
        var id = new UUID(at.toEpochMilli() << 16 | 0x7000L, ++written);
        jdbc.sql(
                        """
                        insert into activity (event_id, kind, room, nickname, sid, at, node, message)
                        values (:id, :kind, :room, :nickname, :sid, :at, 'node-1', 'jwe')
                        """)
                .param("id", id.toString())
                .param("kind", kind)
                .param("room", room)
                .param("nickname", nickname)
                .param("sid", sid)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
