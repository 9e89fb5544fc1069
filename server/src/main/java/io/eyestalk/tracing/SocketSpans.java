package io.eyestalk.tracing;

import io.eyestalk.realtime.RealtimeObserver;
import io.eyestalk.shared.ProblemCode;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A span for each socket event, from its arrival to its answer. Payloads stay out of it. */
final class SocketSpans implements RealtimeObserver {
    private static final ThreadLocal<Open> CURRENT = new ThreadLocal<>();

    private final Tracer tracer;
    private final Clock clock;

    SocketSpans(Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    private record Open(Span span, Scope scope) {}

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed when the event is answered, on this thread
    public void handling(String event, Duration waited) {
        var span = begin(event, waited);
        CURRENT.set(new Open(span, span.makeCurrent()));
    }

    @Override
    public void answered(String event, Optional<ProblemCode> refusal, Duration took) {
        var open = CURRENT.get();
        if (open == null) {
            end(begin(event, took), refusal);
            return;
        }
        CURRENT.remove();
        open.scope.close();
        end(open.span, refusal);
    }

    /** Only where the news began: elsewhere nobody knows what it belongs to. */
    @Override
    public void relayed(Duration delay) {
        if (Span.current().getSpanContext().isValid()) {
            var now = clock.instant();
            tracer.spanBuilder("relay").setStartTimestamp(now.minus(delay)).startSpan().end(now);
        }
    }

    private Span begin(String event, Duration ago) {
        return tracer.spanBuilder(event)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(clock.instant().minus(ago))
                .startSpan();
    }

    private void end(Span span, Optional<ProblemCode> refusal) {
        span.setAttribute("eyestalk.result", refusal.map(ProblemCode::name).orElse("ok"));
        if (refusal.equals(Optional.of(ProblemCode.INTERNAL_ERROR))) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(clock.instant());
    }
}
