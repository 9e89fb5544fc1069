package io.eyestalk.shared;

import java.time.Duration;
import java.util.Optional;

/** Counts attempts per limit and key. Safe for use by many threads; never blocks. */
public interface RateLimits {
    /**
     * Counts one attempt.
     *
     * @throws RejectedException {@code RATE_LIMITED}, with the time to wait, when none is left; the
     *     attempt is not counted then
     */
    void take(Limit limit, String key);

    /**
     * Refuses like {@link #take} when no attempt is left, without counting one.
     *
     * @throws RejectedException {@code RATE_LIMITED}
     */
    void require(Limit limit, String key);

    /** The rate of a limit; empty when limits are turned off. */
    Optional<Rate> rateOf(Limit limit);

    /**
     * Up to {@code burst} at once; {@code refill} of them come back evenly over {@code per}.
     *
     * @param burst at least 1
     * @param refill at least 1
     */
    record Rate(long burst, long refill, Duration per) {
        public Rate {
            if (burst < 1 || refill < 1 || !per.isPositive()) {
                throw new IllegalArgumentException("A rate is made of positive numbers.");
            }
        }
    }
}
