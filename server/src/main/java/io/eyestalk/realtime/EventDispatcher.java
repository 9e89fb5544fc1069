package io.eyestalk.realtime;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import socketio.server.Event;

/** Takes every event of every client to its handler, in order, and answers it. */
@Component
final class EventDispatcher {
    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Map<String, Route<?>> routes = new HashMap<>();
    private final RateLimits limits;
    private final Observers observers;

    EventDispatcher(List<EventHandler<?>> handlers, RateLimits limits, Observers observers) {
        this.limits = limits;
        this.observers = observers;
        handlers.forEach(this::add);
    }

    private void add(EventHandler<?> handler) {
        if (routes.putIfAbsent(handler.event(), Route.to(handler)) != null) {
            throw new IllegalStateException("two handlers of the event " + handler.event());
        }
    }

    /** Handles an event now or soon. Never waits, never throws. */
    void accept(SocketSession session, Event event) {
        var arrival = new Arrival(session, event, System.nanoTime());
        var route = routes.get(event.name());
        try {
            limits.take(Limit.SOCKET_EVENT, session.id().value());
            if (route == null) {
                throw RejectedException.invalid("event", "is not known");
            }
        } catch (RejectedException rejection) {
            refuse(arrival, rejection);
            return;
        }
        Runnable task = () -> handle(route, arrival);
        if (route.neverWaits() && session.queue().runNow(task)) {
            return;
        }
        if (!session.queue().offer(task)) {
            refuse(arrival, RejectedException.rateLimited(BUSY));
        }
    }

    private void refuse(Arrival arrival, RejectedException rejection) {
        try (var _ = LogMarks.of(arrival.session)) {
            reply(arrival, Ack.refused(rejection));
        }
    }

    private void handle(Route<?> route, Arrival arrival) {
        try (var _ = LogMarks.of(arrival.session)) {
            observers.handling(arrival.event.name(), arrival.age());
            reply(arrival, answer(route, arrival.session, arrival.event));
        }
        arrival.session.release();
    }

    private static Ack answer(Route<?> route, SocketSession session, Event event) {
        try {
            return route.handle(session, event);
        } catch (RejectedException rejection) {
            return Ack.refused(rejection);
        } catch (RuntimeException bug) {
            log.error("event=handler-failed name={}", event.name(), bug);
            return Ack.refused(new RejectedException(ProblemCode.INTERNAL_ERROR));
        }
    }

    private void reply(Arrival arrival, Ack ack) {
        observe(arrival, ack);
        var event = arrival.event;
        if (event.hasAck()) {
            event.ack(ack);
        } else if (ack instanceof Ack.Refused refused) {
            arrival.session.emit("error-message", new ErrorMessage(refused, event.name()));
        }
    }

    private void observe(Arrival arrival, Ack ack) {
        var given = arrival.event.name();
        var name = routes.containsKey(given) ? given : RealtimeObserver.UNKNOWN_EVENT;
        Optional<ProblemCode> refusal =
                ack instanceof Ack.Refused refused ? Optional.of(refused.code()) : Optional.empty();
        var took = arrival.age();
        if (log.isDebugEnabled()) {
            var result = refusal.map(ProblemCode::name).orElse("ok");
            log.debug("event=answered name={} result={} ms={}", name, result, took.toMillis());
        }
        observers.answered(name, refusal, took);
    }

    /** An event, who sent it, and when it came. */
    private record Arrival(SocketSession session, Event event, long nanos) {
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    /** A handler and how its payload is read. */
    private record Route<P>(EventHandler<P> handler, PayloadReader<P> reader) {
        static <P> Route<P> to(EventHandler<P> handler) {
            var type =
                    ResolvableType.forClass(EventHandler.class, handler.getClass())
                            .getGeneric(0)
                            .resolve();
            if (type == null) {
                throw new IllegalStateException(handler.getClass() + " hides its payload type");
            }
            @SuppressWarnings("unchecked") // it is the P of this very handler
            var payload = (Class<P>) type;
            return new Route<>(handler, PayloadReader.of(payload));
        }

        boolean neverWaits() {
            return handler.neverWaits();
        }

        Ack handle(Session session, Event event) {
            return handler.handle(session, reader.read(event.args()));
        }
    }
}
