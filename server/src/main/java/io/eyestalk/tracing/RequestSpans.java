package io.eyestalk.tracing;

import io.eyestalk.shared.ProblemCode;
import io.micrometer.context.ContextRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A span for each request, as part of the caller's trace if it names one (W3C Trace Context). */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestSpans implements WebFilter {
    private static final String KEY = "eyestalk.span";
    private static final String NO_PATH = "/**";
    private static final int SERVER_ERROR = 500;

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        KEY, Context::current, RequestSpans::attach, () -> attach(Context.root()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var parent =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), request.getHeaders(), new Headers());
        var span =
                tracer.spanBuilder(request.getMethod().name())
                        .setParent(parent)
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute("http.request.method", request.getMethod().name())
                        .startSpan();
        return chain.filter(exchange)
                .doFinally(_ -> end(span, exchange))
                .contextWrite(context -> context.put(KEY, parent.with(span)));
    }

    /** By the pattern of its path: paths hold titles of rooms. */
    private static void end(Span span, ServerWebExchange exchange) {
        var pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var path = pattern == null ? NO_PATH : pattern.toString();
        span.updateName(exchange.getRequest().getMethod().name() + " " + path);
        span.setAttribute("http.route", path);
        if (exchange.getAttribute(ProblemCode.ATTRIBUTE) instanceof ProblemCode code) {
            span.setAttribute("eyestalk.result", code.name());
        }
        var status = exchange.getResponse().getStatusCode();
        if (status != null) {
            span.setAttribute("http.response.status_code", status.value());
            if (status.value() >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }

    /** Whoever moves the context from thread to thread also takes it away again. */
    @SuppressWarnings("MustBeClosedChecker")
    private static void attach(Context context) {
        context.makeCurrent();
    }

    /** How the propagator reads headers. */
    private record Headers() implements TextMapGetter<HttpHeaders> {
        @Override
        public Iterable<String> keys(HttpHeaders carrier) {
            return carrier.headerNames();
        }

        @Override
        public @Nullable String get(@Nullable HttpHeaders carrier, String key) {
            return carrier == null ? null : carrier.getFirst(key);
        }
    }
}
