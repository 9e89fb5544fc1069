package io.eyestalk.metrics;

import io.eyestalk.room.MemberLeft;
import io.eyestalk.room.Occupancy;
import io.eyestalk.room.RoomCatalog;
import io.eyestalk.room.RoomClosed;
import io.eyestalk.room.RoomCreated;
import io.eyestalk.shared.RejectedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rooms and members: how many there are, how they begin and end, and who had to be swept away. */
@Component
class RoomMetrics {
    private static final String LEFT = "eyestalk.members.left";
    private static final String CLOSED = "eyestalk.rooms.closed";
    private static final String GHOSTS = "eyestalk.ghosts.removed";

    private final MeterRegistry registry;
    private final Counter created;

    RoomMetrics(MeterRegistry registry, RoomCatalog catalog) {
        this.registry = registry;
        this.created =
                Counter.builder("eyestalk.rooms.opened")
                        .description("Rooms created on this node")
                        .register(registry);
        gauge("eyestalk.rooms", "Rooms of the whole installation", catalog, Occupancy::rooms);
        gauge("eyestalk.members", "Members of all its rooms", catalog, Occupancy::members);
        for (var reason : MemberLeft.Reason.values()) {
            left(reason);
        }
        for (var reason : RoomClosed.Reason.values()) {
            closed(reason);
        }
        for (var cause : GhostCause.values()) {
            ghosts(cause);
        }
    }

    /** Why somebody or something nobody would come back for was taken away. */
    private enum GhostCause {
        PAGE_CLOSED,
        CONNECTION_LOST,
        NEVER_ENTERED
    }

    @EventListener
    void on(RoomCreated event) {
        created.increment();
    }

    @EventListener
    void on(MemberLeft event) {
        left(event.reason()).increment();
        switch (event.reason()) {
            case LEFT -> {}
            case CLOSED -> ghosts(GhostCause.PAGE_CLOSED).increment();
            case LOST -> ghosts(GhostCause.CONNECTION_LOST).increment();
        }
    }

    @EventListener
    void on(RoomClosed event) {
        closed(event.reason()).increment();
        if (event.reason() == RoomClosed.Reason.NEVER_ENTERED) {
            ghosts(GhostCause.NEVER_ENTERED).increment();
        }
    }

    private void gauge(
            String name, String meaning, RoomCatalog from, ToLongFunction<Occupancy> ask) {
        Gauge.builder(name, from, catalog -> unlessAway(catalog, ask))
                .description(meaning)
                .register(registry);
    }

    /** While the database is away nobody knows. */
    private static double unlessAway(RoomCatalog catalog, ToLongFunction<Occupancy> ask) {
        try {
            return ask.applyAsLong(catalog.occupancy());
        } catch (RejectedException away) {
            return Double.NaN;
        }
    }

    private Counter left(MemberLeft.Reason reason) {
        return counter(LEFT, "Members who gave or lost their seat", "reason", reason);
    }

    private Counter closed(RoomClosed.Reason reason) {
        return counter(CLOSED, "Rooms that ended", "reason", reason);
    }

    private Counter ghosts(GhostCause cause) {
        return counter(GHOSTS, "Seats and rooms taken from whoever did not come", "cause", cause);
    }

    private Counter counter(String name, String meaning, String label, Enum<?> value) {
        return Counter.builder(name)
                .description(meaning)
                .tag(label, value.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
