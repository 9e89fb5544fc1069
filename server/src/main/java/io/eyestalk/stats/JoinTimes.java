package io.eyestalk.stats;

import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Join times as a histogram: what is kept is only how many fell between two bounds. */
final class JoinTimes {
    private static final int[] BOUNDS_MS = {
        100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 30_000, 60_000
    };
    private static final int LONGEST_MS = BOUNDS_MS[BOUNDS_MS.length - 1];

    private final TreeMap<Integer, Long> countByBound = new TreeMap<>();

    /**
     * Takes the counts of buckets.
     *
     * @param counts by the word of {@link #bucketOf}
     */
    JoinTimes(Map<String, Long> counts) {
        counts.forEach((bucket, count) -> countByBound.put(Integer.valueOf(bucket), count));
    }

    /**
     * The bucket of a join time: its upper bound in milliseconds. Longer ones count as a minute.
     *
     * @throws RejectedException for a negative time
     */
    static String bucketOf(int ms) {
        if (ms < 0) {
            throw RejectedException.invalid("joinMs", "must not be negative");
        }
        for (var bound : BOUNDS_MS) {
            if (ms <= bound) {
                return Integer.toString(bound);
            }
        }
        return Integer.toString(LONGEST_MS);
    }

    /** The upper bounds of all buckets. */
    static Duration[] bounds() {
        return IntStream.of(BOUNDS_MS).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    long count() {
        return countByBound.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The time that so many per cent were not slower than: evenly spread within its bucket, so
     * right to the width of that. Milliseconds; empty when nobody reported.
     */
    OptionalLong percentile(int percent) {
        var wanted = count() * percent / 100.0;
        var below = 0L;
        for (var bucket : countByBound.entrySet()) {
            var inside = bucket.getValue();
            if (inside > 0 && below + inside >= wanted) {
                var from = lowerBound(bucket.getKey());
                var share = (wanted - below) / inside;
                return OptionalLong.of(Math.round(from + share * (bucket.getKey() - from)));
            }
            below += inside;
        }
        return OptionalLong.empty();
    }

    private static int lowerBound(int upper) {
        var lower = 0;
        for (var bound : BOUNDS_MS) {
            if (bound < upper) {
                lower = bound;
            }
        }
        return lower;
    }
}
