package io.eyestalk.activity;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is there only when it is configured: nothing of it is loaded otherwise. */
@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {
    ActivityConfiguration() {}

    @Bean
    ChatSealer chatSealer(ActivityProperties properties, MeterRegistry registry) {
        return properties.publicKey().isBlank()
                ? ChatSealer.SILENT
                : new BackgroundSealer(key(properties.publicKey()), registry);
    }

    @Bean
    @OnlyWithSearch
    SearchSink searchSink(SearchProperties search, ActivityProperties properties, Clock clock) {
        return new SearchSink(new SearchClient(search), properties, clock);
    }

    private static SealingKey key(String file) {
        try {
            return new SealingKey(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "eyestalk.activity.public-key: cannot read " + file, unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "eyestalk.activity.public-key: " + wrong.getMessage(), wrong);
        }
    }
}
