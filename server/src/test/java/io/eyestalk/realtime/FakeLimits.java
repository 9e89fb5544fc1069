package io.eyestalk.realtime;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.Optional;

/** Allows so many attempts altogether, of whatever kind. */
public final class FakeLimits implements RateLimits {
    private int left;

    public FakeLimits(int attempts) {
        this.left = attempts;
    }

    @Override
    public void take(Limit limit, String key) {
        require(limit, key);
        left--;
    }

    @Override
    public void require(Limit limit, String key) {
        if (left <= 0) {
            throw RejectedException.rateLimited(Duration.ofMillis(2500));
        }
    }

    @Override
    public Optional<Rate> rateOf(Limit limit) {
        return Optional.empty();
    }
}
