package io.eyestalk.activity;

import io.eyestalk.shared.Folder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
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
 * @param spill where documents wait for a sink that is away
 */
@Validated
@ConfigurationProperties("eyestalk.activity")
record ActivityProperties(
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int queue,
        @DefaultValue("500") @Min(1) @Max(10_000) int batch,
        @DefaultValue("200ms") @NotNull Duration linger,
        @DefaultValue("90d") @NotNull Duration retention,
        @DefaultValue("") String publicKey,
        @NotNull SpillProperties spill) {
    ActivityProperties {
        if (linger.isNegative() || retention.isNegative()) {
            throw new IllegalArgumentException(
                    "eyestalk.activity.linger and retention must not be negative");
        }
    }

    /**
     * The disk space of sinks.
     *
     * @param folder has a folder for each sink; one process at a time uses it
     * @param size how much may wait there for one sink; beyond it the oldest are dropped
     */
    record SpillProperties(@NotNull Folder folder, @DefaultValue("256MB") @NotNull DataSize size) {
        private static final DataSize LEAST = DataSize.ofMegabytes(1);

        SpillProperties {
            if (size.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException(
                        "eyestalk.activity.spill.size must be 1MB or more");
            }
        }

        Spill of(ActivitySink sink) {
            return new Spill(folder.path().resolve(sink.name()), size.toBytes());
        }
    }

    boolean keepsForEver() {
        return retention.isZero();
    }
}
