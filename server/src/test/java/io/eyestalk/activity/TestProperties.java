package io.eyestalk.activity;

import io.eyestalk.activity.ActivityProperties.SpillProperties;
import io.eyestalk.shared.Folder;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings for tests: short waits, small numbers. */
final class TestProperties {
    static final int QUEUE = 10;
    static final int BATCH = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private TestProperties() {}

    static ActivityProperties keeping(Duration retention) {
        return properties(retention, "", Path.of("target", "no-spill"));
    }

    static ActivityProperties withPublicKey(String file) {
        return properties(DAY, file, Path.of("target", "no-spill"));
    }

    static ActivityProperties spillingTo(Path folder) {
        return properties(DAY, "", folder);
    }

    private static ActivityProperties properties(Duration retention, String key, Path folder) {
        var spill = new SpillProperties(new Folder(folder.toString()), DataSize.ofMegabytes(1));
        return new ActivityProperties(QUEUE, BATCH, Duration.ofMillis(1), retention, key, spill);
    }
}
