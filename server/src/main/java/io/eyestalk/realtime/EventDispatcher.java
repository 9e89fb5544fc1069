package io.eyestalk.realtime;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
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

    EventDispatcher(List<EventHandler<?>> handlers, RateLimits limits) {
        this.limits = limits;
        handlers.forEach(this::add);
    }

    private void add(EventHandler<?> handler) {
        if (routes.putIfAbsent(handler.event(), Route.to(handler)) != null) {
            throw new IllegalStateException("two handlers of the event " + handler.event());
        }
    }

    /** Handles an event now or soon. Never waits, never throws. */
    void accept(SocketSession session, Event event) {
        var route = routes.get(event.name());
        try {
            limits.take(Limit.SOCKET_EVENT, session.id().value());
            if (route == null) {
                throw RejectedException.invalid("event", "is not known");
            }
        } catch (RejectedException rejection) {
            reply(session, event, Ack.refused(rejection));
            return;
        }
        Runnable task = () -> handle(route, session, event);
        if (route.neverWaits() && session.queue().runNow(task)) {
            return;
        }
        if (!session.queue().offer(task)) {
            reply(session, event, Ack.refused(RejectedException.rateLimited(BUSY)));
        }
    }

    private static void handle(Route<?> route, SocketSession session, Event event) {
        reply(session, event, answer(route, session, event));
        session.release();
    }

    private static Ack answer(Route<?> route, SocketSession session, Event event) {
        session.binding().ifPresent(EventDispatcher::nameInLog);
        try {
            return route.handle(session, event);
        } catch (RejectedException rejection) {
            return Ack.refused(rejection);
        } catch (RuntimeException bug) {
            log.error("event=handler-failed name={}", event.name(), bug);
            return Ack.refused(new RejectedException(ProblemCode.INTERNAL_ERROR));
        } finally {
            MDC.clear();
        }
    }

    private static void nameInLog(Seat seat) {
        MDC.put("room", seat.room().value());
        MDC.put("member", seat.member().value());
    }

    private static void reply(SocketSession session, Event event, Ack ack) {
        if (event.hasAck()) {
            event.ack(ack);
        } else if (ack instanceof Ack.Refused refused) {
            session.emit("error-message", new ErrorMessage(refused, event.name()));
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
