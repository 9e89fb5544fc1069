package io.eyestalk.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Rate limits of this node: a token bucket per limit and key, forgotten when it is full again. */
@Component
class TokenBuckets implements RateLimits {
    private static final long MAX_KEYS = 100_000;

    private final LimitProperties properties;
    private final TimeMeter time;
    private final Map<Limit, Cache<String, Bucket>> buckets = new EnumMap<>(Limit.class);

    TokenBuckets(LimitProperties properties, Clock clock) {
        this.properties = properties;
        this.time = new ClockMeter(clock);
        for (var limit : Limit.values()) {
            var rate = properties.rate(limit);
            var full = rate.per().multipliedBy(Math.ceilDiv(rate.burst(), rate.refill()));
            buckets.put(
                    limit,
                    Caffeine.newBuilder()
                            .maximumSize(MAX_KEYS)
                            .expireAfterAccess(full.plusSeconds(1))
                            .ticker(time::currentTimeNanos)
                            .build());
        }
    }

    @Override
    public void take(Limit limit, String key) {
        if (!properties.enabled()) {
            return;
        }
        var probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(probe.getNanosToWaitForRefill());
        }
    }

    @Override
    public void require(Limit limit, String key) {
        if (!properties.enabled()) {
            return;
        }
        var probe = bucket(limit, key).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw refusal(probe.getNanosToWaitForRefill());
        }
    }

    @Override
    public Optional<Rate> rateOf(Limit limit) {
        return properties.enabled() ? Optional.of(properties.rate(limit)) : Optional.empty();
    }

    private Bucket bucket(Limit limit, String key) {
        var cache = buckets.get(limit);
        if (cache == null) {
            throw new IllegalStateException("every limit has buckets: " + limit);
        }
        return cache.get(key, unknown -> newBucket(limit));
    }

    private Bucket newBucket(Limit limit) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth(limit, properties.rate(limit)))
                .build();
    }

    /** Guesses come back all at once after the window, everything else bit by bit. */
    private static Bandwidth bandwidth(Limit limit, Rate rate) {
        var capacity = Bandwidth.builder().capacity(rate.burst());
        return switch (limit) {
            case WRONG_PASSWORD_IN_ROOM, WRONG_PASSWORD, LOGIN, LOGIN_OF_USER ->
                    capacity.refillIntervally(rate.refill(), rate.per()).build();
            case CREATE_ROOM, ENTER_ROOM, CHAT_MESSAGE, SOCKET_EVENT, CLIENT_REPORT ->
                    capacity.refillGreedy(rate.refill(), rate.per()).build();
        };
    }

    private static RejectedException refusal(long nanos) {
        return RejectedException.rateLimited(Duration.ofNanos(nanos));
    }

    /** Lets buckets run on the clock of the application. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
