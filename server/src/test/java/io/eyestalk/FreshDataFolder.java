package io.eyestalk;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each server under test an empty data folder below the build folder. */
public final class FreshDataFolder
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** An unused folder. */
    public static Path next() {
        return Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("eyestalk.data-dir=" + next()).applyTo(context);
    }
}
