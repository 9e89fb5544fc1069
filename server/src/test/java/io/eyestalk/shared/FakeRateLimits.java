package io.eyestalk.shared;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Limits nothing unless a test says so, and remembers what was counted. */
public final class FakeRateLimits implements RateLimits {
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<Limit, Integer> allowed = new EnumMap<>(Limit.class);

    /** Allows that many attempts per key from now on. */
    public synchronized void allow(Limit limit, int attempts) {
        allowed.put(limit, attempts);
    }

    public synchronized int taken(Limit limit, String key) {
        return taken.getOrDefault(limit + " " + key, 0);
    }

    @Override
    public synchronized void take(Limit limit, String key) {
        require(limit, key);
        taken.merge(limit + " " + key, 1, Integer::sum);
    }

    @Override
    public synchronized void require(Limit limit, String key) {
        if (taken(limit, key) >= allowed.getOrDefault(limit, Integer.MAX_VALUE)) {
            throw RejectedException.rateLimited(Duration.ofSeconds(30));
        }
    }

    @Override
    public Optional<Rate> rateOf(Limit limit) {
        return Optional.empty();
    }
}
