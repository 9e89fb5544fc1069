package io.eyestalk.metrics;

import io.eyestalk.realtime.DisconnectKind;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.SessionListener;
import io.eyestalk.realtime.Sessions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Live connections of this node. */
@Component
class SessionMetrics implements SessionListener {
    private final MeterRegistry registry;
    private final AtomicInteger open = new AtomicInteger();

    SessionMetrics(MeterRegistry registry, Sessions sessions) {
        this.registry = registry;
        Gauge.builder("eyestalk.sessions", open, AtomicInteger::get)
                .description("Live connections of this node")
                .register(registry);
        Gauge.builder("eyestalk.sessions.seated", sessions, all -> all.seated().size())
                .description("Those of them that speak for a member of a room")
                .register(registry);
        for (var kind : DisconnectKind.values()) {
            ended(kind);
        }
    }

    @Override
    public void connected(Session session) {
        open.incrementAndGet();
    }

    @Override
    public void disconnected(Session session, DisconnectKind kind) {
        open.decrementAndGet();
        ended(kind).increment();
    }

    private Counter ended(DisconnectKind kind) {
        return Counter.builder("eyestalk.sessions.ended")
                .description("Connections that ended")
                .tag("reason", kind.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
