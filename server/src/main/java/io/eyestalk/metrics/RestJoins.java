package io.eyestalk.metrics;

import io.eyestalk.shared.ProblemCode;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Times {@code /room/enter} by its refusals, which the status alone does not tell apart. */
@Component
class RestJoins implements ObservationHandler<ServerRequestObservationContext> {
    private static final String ENTER = "/room/enter";

    private final JoinMetrics joins;

    RestJoins(JoinMetrics joins) {
        this.joins = joins;
    }

    /** When a request began, in nanoseconds of the JVM. */
    private record Begin(long nanos) {}

    @Override
    public void onStart(ServerRequestObservationContext context) {
        context.put(Begin.class, new Begin(System.nanoTime()));
    }

    @Override
    public void onStop(ServerRequestObservationContext context) {
        Begin begin = context.get(Begin.class);
        if (begin == null || !ENTER.equals(context.getPathPattern())) {
            return;
        }
        // The edge notes there why it refused a request.
        var code = context.getAttributes().get(ProblemCode.ATTRIBUTE);
        joins.record(
                JoinMetrics.Door.REST,
                Optional.ofNullable((ProblemCode) code),
                Duration.ofNanos(System.nanoTime() - begin.nanos));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }
}
