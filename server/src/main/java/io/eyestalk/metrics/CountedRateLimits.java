package io.eyestalk.metrics;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;

/** Rate limits that count whom they refuse, and wrong passwords, which are attempts like others. */
final class CountedRateLimits implements RateLimits {
    private final RateLimits limits;
    private final MeterRegistry registry;
    private final Counter wrongPasswords;

    CountedRateLimits(RateLimits limits, MeterRegistry registry) {
        this.limits = limits;
        this.registry = registry;
        this.wrongPasswords =
                Counter.builder("eyestalk.password.failures")
                        .description("Wrong passwords of rooms")
                        .register(registry);
        for (var limit : Limit.values()) {
            refusals(limit);
        }
    }

    @Override
    public void take(Limit limit, String key) {
        // A wrong one is counted per room and per address; once is enough here.
        if (limit == Limit.WRONG_PASSWORD_IN_ROOM) {
            wrongPasswords.increment();
        }
        counting(limit, () -> limits.take(limit, key));
    }

    @Override
    public void require(Limit limit, String key) {
        counting(limit, () -> limits.require(limit, key));
    }

    @Override
    public Optional<Rate> rateOf(Limit limit) {
        return limits.rateOf(limit);
    }

    private void counting(Limit limit, Runnable attempt) {
        try {
            attempt.run();
        } catch (RejectedException refusal) {
            refusals(limit).increment();
            throw refusal;
        }
    }

    private Counter refusals(Limit limit) {
        return Counter.builder("eyestalk.rate.limited")
                .description("Attempts refused by a rate limit")
                .tag("limit", limit.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
