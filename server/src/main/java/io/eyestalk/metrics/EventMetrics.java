package io.eyestalk.metrics;

import io.eyestalk.chat.ChatSent;
import io.eyestalk.realtime.RealtimeObserver;
import io.eyestalk.shared.ProblemCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What clients send over their sockets, and how long news is under way. */
@Component
class EventMetrics implements RealtimeObserver {
    private static final String JOIN = "join-room";

    private final MeterRegistry registry;
    private final JoinMetrics joins;
    private final Timer relayDelay;

    EventMetrics(MeterRegistry registry, JoinMetrics joins) {
        this.registry = registry;
        this.joins = joins;
        this.relayDelay =
                Timer.builder("eyestalk.relay.delay")
                        .description("From giving news to the relay to the connections' queues")
                        .serviceLevelObjectives(
                                Duration.ofMillis(1),
                                Duration.ofMillis(5),
                                Duration.ofMillis(20),
                                Duration.ofMillis(100),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2))
                        .register(registry);
        chat(true);
        chat(false);
    }

    @Override
    public void answered(String event, Optional<ProblemCode> refusal, Duration took) {
        Timer.builder("eyestalk.events")
                .description("Socket events by name and result, from arrival to answer")
                .tag("event", event)
                .tag("result", JoinMetrics.result(refusal))
                .register(registry)
                .record(took);
        if (event.equals(JOIN)) {
            joins.record(JoinMetrics.Door.SOCKET, refusal, took);
        }
    }

    @Override
    public void relayed(Duration delay) {
        relayDelay.record(delay);
    }

    @EventListener
    void on(ChatSent event) {
        chat(event.direct()).increment();
    }

    private Counter chat(boolean direct) {
        return Counter.builder("eyestalk.chat.messages")
                .description("Chat messages accepted on this node")
                .tag("kind", direct ? "direct" : "room")
                .register(registry);
    }
}
