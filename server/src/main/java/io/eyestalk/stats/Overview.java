package io.eyestalk.stats;

import io.eyestalk.room.Occupancy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the dashboard draws at one moment. Reports are those of the last 24 hours.
 *
 * @param joinTimes one per hour (UTC), oldest first, hours without a report too
 * @param failures most frequent first
 */
record Overview(
        Instant at, Occupancy now, List<JoinTime> joinTimes, Paths paths, List<Failure> failures) {
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
