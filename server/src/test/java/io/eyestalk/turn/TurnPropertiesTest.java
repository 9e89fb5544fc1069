package io.eyestalk.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class TurnPropertiesTest {
    @EnableConfigurationProperties(TurnProperties.class)
    static class Setup {}

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Setup.class);

    @Test
    void needsNothing() {
        runner.run(
                context -> {
                    var turn = context.getBean(TurnProperties.class);

                    assertThat(turn.stun()).isEmpty();
                    assertThat(turn.lifetime()).hasMinutes(10);
                });
    }

    @Test
    void readsSeveralServers() {
        runner.withPropertyValues(
                        "eyestalk.turn.stun=stun:stun.example.org:3478",
                        "eyestalk.turn.secret=north",
                        "eyestalk.turn.servers[0].urls=turn:a:3478?transport=udp,turns:a:443",
                        "eyestalk.turn.servers[1].urls=turn:b:3478",
                        "eyestalk.turn.servers[1].region=eu",
                        "eyestalk.turn.servers[1].secret=south")
                .run(
                        context -> {
                            var turn = context.getBean(TurnProperties.class);

                            assertThat(turn.servers()).hasSize(2);
                            assertThat(turn.servers().getFirst().urls()).hasSize(2);
                            assertThat(turn.secretOf(turn.servers().get(0)).value())
                                    .isEqualTo("north");
                            assertThat(turn.secretOf(turn.servers().get(1)).value())
                                    .isEqualTo("south");
                            assertThat(turn.toString()).doesNotContain("north", "south");
                        });
    }

    @Test
    void refusesAServerWithoutASecret() {
        refuses("servers[0].urls=turn:a:3478");
    }

    @Test
    void refusesWhatIsNoUrlOfThatKind() {
        refuses("stun=turn:a:3478");
        refuses("secret=s", "servers[0].urls=https://a");
        refuses("secret=s", "servers[0].region=eu");
    }

    @Test
    void refusesALifetimeNobodyCanUse() {
        refuses("lifetime=3s");
    }

    @Test
    void refusesAnOrderByRegionWithoutOne() {
        refuses("order=region");
    }

    private void refuses(String... settings) {
        var prefixed = new String[settings.length];
        for (var i = 0; i < settings.length; i++) {
            prefixed[i] = "eyestalk.turn." + settings[i];
        }
        runner.withPropertyValues(prefixed).run(context -> assertThat(context).hasFailed());
    }
}
