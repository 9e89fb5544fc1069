package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SearchPropertiesTest {
    @EnableConfigurationProperties({SearchProperties.class, ActivityProperties.class})
    static class Setup {}

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Setup.class)
                    .withPropertyValues("eyestalk.activity.spill.folder=target/no-spill");

    @Test
    void needsNothing() {
        runner.run(
                context -> {
                    assertThat(context.getBean(SearchProperties.class).url()).isEmpty();
                    assertThat(
                                    context.getBean(ActivityProperties.class)
                                            .spill()
                                            .size()
                                            .toMegabytes())
                            .isEqualTo(256);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search.url=https://search.example.org:9200",
                "search.url=http://10.0.0.1:9200/",
                "search.api-key=a2V5",
                "spill.size=1MB"
            })
    void takes(String property) {
        runner.withPropertyValues("eyestalk.activity." + property)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search.url=search.example.org:9200",
                "search.url=https://user:pass@search.example.org",
                "search.url=https://search.example.org/path",
                "search.username=elastic",
                "search.password=s3cret",
                "search.timeout=0s",
                "spill.size=1023KB",
                "spill.folder="
            })
    void refuses(String property) {
        runner.withPropertyValues("eyestalk.activity." + property)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void refusesTwoWaysToLogIn() {
        runner.withPropertyValues(
                        "eyestalk.activity.search.username=elastic",
                        "eyestalk.activity.search.password=s3cret",
                        "eyestalk.activity.search.api-key=a2V5")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void printsNoSecret() {
        runner.withPropertyValues(
                        "eyestalk.activity.search.username=elastic",
                        "eyestalk.activity.search.password=s3cret")
                .run(
                        context ->
                                assertThat(context.getBean(SearchProperties.class).toString())
                                        .doesNotContain("s3cret"));
    }
}
