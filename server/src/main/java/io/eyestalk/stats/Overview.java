package io.eyestalk.stats;

import io.eyestalk.stats.ActivityCounts.RoomMessages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the dashboard draws at one moment. What is not of today is of the last 24 hours, which
 * are whole hours of UTC, oldest first, those in which nothing happened too.
 *
 * @param messages the rooms in which most was said, most first
 * @param failures most frequent first
 */
record Overview(
        Instant at,
        Now now,
        List<Hour> roomsPerHour,
        Today today,
        List<RoomMessages> messages,
        List<JoinTime> joinTimes,
        Paths paths,
        List<Failure> failures) {
    /**
     * What there is at this moment.
     *
     * @param members in all rooms together
     * @param nodes processes that serve them
     */
    record Now(long rooms, long members, long nodes) {}

    /**
     * How often something happened in one hour.
     *
     * @param from the start of the hour
     */
    record Hour(Instant from, long count) {}

    /**
     * Since midnight.
     *
     * @param from midnight in the zone that was asked for
     * @param rooms that were created
     * @param people who entered; who entered twice counts once
     * @param roomsPerHour hours from midnight on, this one the last
     * @param peoplePerHour the same; who entered in two hours counts in both
     */
    record Today(
            Instant from,
            long rooms,
            long people,
            List<Hour> roomsPerHour,
            List<Hour> peoplePerHour) {}

    /**
     * How long joins took in one hour.
     *
     * @param from the start of the hour
     * @param medianMs null when nobody reported
     * @param p95Ms null when nobody reported
     */
    record JoinTime(Instant from, long reports, @Nullable Long medianMs, @Nullable Long p95Ms) {}

    /** Pairs by the way their media takes; each side reports its own. */
    record Paths(long direct, long relayed) {}

    /** How often calls failed for one reason. */
    record Failure(String reason, long reports) {}
}
