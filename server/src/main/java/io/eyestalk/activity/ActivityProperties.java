package io.eyestalk.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is written down about what happens.
 *
 * @param queue documents that may wait in memory for one sink; beyond it the oldest are dropped
 * @param batch documents written at once
 * @param linger how long a document may wait for others to be written with
 * @param retention how long documents are kept; zero for ever
 * @param publicKey a file with an RSA public key of the operator (PEM or JWK), for which chat texts
 *     are encrypted; without one they are not written down
 */
@Validated
@ConfigurationProperties("eyestalk.activity")
record ActivityProperties(
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int queue,
        @DefaultValue("500") @Min(1) @Max(10_000) int batch,
        @DefaultValue("200ms") @NotNull Duration linger,
        @DefaultValue("90d") @NotNull Duration retention,
        @DefaultValue("") String publicKey) {
    ActivityProperties {
        if (linger.isNegative() || retention.isNegative()) {
            throw new IllegalArgumentException(
                    "eyestalk.activity.linger and retention must not be negative");
        }
    }

    boolean keepsForEver() {
        return retention.isZero();
    }
}
