package io.eyestalk.activity;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time up to a limit, of which a
 * random part between a half and the whole is taken, so that nodes do not come back all at once.
 */
final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Counts a failure and says how long to wait after it. */
    Duration next() {
        var whole = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        var capped = whole.compareTo(longest) < 0 ? whole : longest;
        var half = capped.toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }

    /** After a success. */
    void reset() {
        failures = 0;
    }
}
