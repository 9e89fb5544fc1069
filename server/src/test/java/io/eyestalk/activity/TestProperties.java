package io.eyestalk.activity;

import java.time.Duration;

/** Settings for tests: short waits. */
final class TestProperties {
    private TestProperties() {}

    static ActivityProperties keeping(Duration retention) {
        return new ActivityProperties(100, 10, Duration.ofMillis(5), retention, "");
    }

    static ActivityProperties withPublicKey(String file) {
        return new ActivityProperties(100, 10, Duration.ofMillis(5), Duration.ofDays(1), file);
    }
}
