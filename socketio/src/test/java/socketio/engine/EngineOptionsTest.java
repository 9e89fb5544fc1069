package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineOptionsTest {

    @Test
    void hasTheDefaultsOfTheProtocol() {
        var options = EngineOptions.builder().build();

        assertThat(options.pingInterval()).isEqualTo(Duration.ofSeconds(25));
        assertThat(options.pingTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.maxPayload()).isEqualTo(65_536);
    }

    @Test
    void addsMissingSlashes() {
        assertThat(EngineOptions.builder().path("a/b").build().path()).isEqualTo("/a/b/");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesNonsense(Consumer<EngineOptions.Builder> nonsense) {
        var builder = EngineOptions.builder();
        nonsense.accept(builder);

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Consumer<EngineOptions.Builder>> nonsense() {
        return Stream.of(
                builder -> builder.pingInterval(Duration.ZERO),
                builder -> builder.pingTimeout(Duration.ofSeconds(-1)),
                builder -> builder.requestTimeout(Duration.ZERO),
                builder -> builder.maxPayload(0),
                builder -> builder.transports(),
                builder -> builder.connectionsPerAddress(-1),
                builder -> builder.messageRate(10, 5),
                builder -> builder.outgoingBound(0));
    }
}
