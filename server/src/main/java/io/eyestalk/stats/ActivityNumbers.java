package io.eyestalk.stats;

import io.eyestalk.room.Storage;
import io.eyestalk.stats.ActivityCounts.RoomMessage;
import io.eyestalk.stats.ActivityCounts.RoomMessages;
import io.eyestalk.stats.Overview.Hour;
import io.eyestalk.stats.Overview.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What rooms, people and messages there were. */
@Service
@OnlyWithDashboard
class ActivityNumbers {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MESSAGES = 100;

    private final ActivityCounts counts;
    private final Storage storage;

    ActivityNumbers(ActivityCounts counts, Storage storage) {
        this.counts = counts;
        this.storage = storage;
    }

    /** Rooms that were created, in each hour from one that starts then until now. */
    List<Hour> roomsPerHour(Instant from, Instant now) {
        return hours(from, now, storage.use(() -> counts.roomsByHour(from)));
    }

    /** Since midnight where the clocks show that zone's time. */
    Today today(Instant now, ZoneId zone) {
        var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var rooms = storage.use(() -> counts.roomsByHour(midnight));
        var people = storage.use(() -> counts.peopleByHour(midnight));
        return new Today(
                midnight,
                rooms.values().stream().mapToLong(Long::longValue).sum(),
                storage.use(() -> counts.people(midnight)),
                hours(midnight, now, rooms),
                hours(midnight, now, people));
    }

    /** The rooms in which most was said since then. */
    List<RoomMessages> messagesByRoom(Instant from) {
        return storage.use(() -> counts.messagesByRoom(from));
    }

    /**
     * Up to 100 messages of a room, newest first.
     *
     * @param before the id of the last one that is known, so that older ones come; or a text behind
     *     all ids
     */
    List<RoomMessage> messagesOf(String room, String before) {
        return storage.use(() -> counts.messagesOf(room, before, MESSAGES));
    }

    private static List<Hour> hours(Instant from, Instant now, Map<Integer, Long> byNumber) {
        return Stream.iterate(from, hour -> !hour.isAfter(now), hour -> hour.plus(HOUR))
                .map(
                        hour ->
                                new Hour(
                                        hour,
                                        byNumber.getOrDefault(
                                                (int) Duration.between(from, hour).toHours(), 0L)))
                .toList();
    }
}
