package io.eyestalk.edge;

import io.eyestalk.shared.IdGenerator;
import io.eyestalk.shared.ProblemCode;
import io.micrometer.context.ContextRegistry;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Names every request in the log, on whichever threads it runs, and tells its name to the caller as
 * {@code X-Request-Id}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds implements WebFilter {
    private static final Logger log = LoggerFactory.getLogger(RequestIds.class);
    private static final String HEADER = "X-Request-Id";
    private static final String KEY = "request";

    private final IdGenerator ids;

    RequestIds(IdGenerator ids) {
        this.ids = ids;
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        KEY,
                        () -> MDC.get(KEY),
                        value -> MDC.put(KEY, String.valueOf(value)),
                        () -> MDC.remove(KEY));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = ids.next();
        var begin = System.nanoTime();
        exchange.getResponse().getHeaders().set(HEADER, id);
        return chain.filter(exchange)
                .doFinally(_ -> log(exchange, id, begin))
                .contextWrite(Context.of(KEY, id));
    }

    /** The pattern of the path: paths hold titles of rooms. */
    private static void log(ServerWebExchange exchange, String id, long begin) {
        if (!log.isDebugEnabled()) {
            return;
        }
        try (var _ = MDC.putCloseable(KEY, id)) {
            log.debug(
                    "event=answered method={} path={} status={} code={} ms={}",
                    exchange.getRequest().getMethod(),
                    exchange.getAttributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    exchange.getResponse().getStatusCode(),
                    exchange.getAttributes().get(ProblemCode.ATTRIBUTE),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
    }
}
