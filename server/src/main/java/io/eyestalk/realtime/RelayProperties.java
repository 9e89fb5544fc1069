package io.eyestalk.realtime;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How nodes tell each other news.
 *
 * @param over memory for a single node; redis for several, where {@code spring.data.redis.*} says
 * @param prefix of all channels and keys, for installations that share a Redis
 * @param patience how long Redis may take for one message; after that it is refused and never
 *     delivered
 * @param silence how long Redis may be silent before it counts as away; it is asked each second
 */
@Validated
@ConfigurationProperties("eyestalk.relay")
record RelayProperties(
        @DefaultValue("memory") @NotNull Over over,
        @DefaultValue("eyestalk") @NotBlank String prefix,
        @DefaultValue("1s") @NotNull Duration patience,
        @DefaultValue("3s") @NotNull Duration silence) {

    /** What carries news between nodes. */
    enum Over {
        MEMORY,
        REDIS
    }

    @AssertTrue(message = "eyestalk.relay: durations must be positive") boolean isPositive() {
        return patience.isPositive() && silence.isPositive();
    }
}
