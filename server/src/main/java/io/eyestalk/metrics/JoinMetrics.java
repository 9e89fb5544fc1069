package io.eyestalk.metrics;

import io.eyestalk.shared.ProblemCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Attempts to enter a room, through whichever door, by what became of them. */
@Component
class JoinMetrics {
    private static final String DONE = "ok";

    private final MeterRegistry registry;

    JoinMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var door : Door.values()) {
            timer(door, DONE);
        }
    }

    /** Where somebody asked for a seat. */
    enum Door {
        REST,
        SOCKET
    }

    /** Somebody who asked for a seat has an answer. */
    void record(Door door, Optional<ProblemCode> refusal, Duration took) {
        timer(door, result(refusal)).record(took);
    }

    /** {@code ok}, or the code of the refusal as it stands on the wire. */
    static String result(Optional<ProblemCode> refusal) {
        return refusal.map(ProblemCode::name).orElse(DONE);
    }

    private Timer timer(Door door, String result) {
        return Timer.builder("eyestalk.joins")
                .description("Attempts to enter a room, from the request to the answer")
                .tag("via", door.name().toLowerCase(Locale.ROOT))
                .tag("result", result)
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(5))
                .register(registry);
    }
}
