package io.eyestalk.signaling;

import io.eyestalk.realtime.DisconnectKind;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.SessionListener;
import io.eyestalk.room.Admission;
import io.eyestalk.room.Presence;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A goodbye gives the seat back at once; a lost connection leaves its member away for a while.
 * Nobody asks again when this fails, and a ghost would stay: so it is tried until the database is
 * there.
 */
@Component
class Departures implements SessionListener {
    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final Consumer<ConnectionId> leave;
    private final Consumer<ConnectionId> silence;
    private final Consumer<ConnectionId> lose;
    private final Function<Duration, Executor> later;

    @Autowired
    Departures(Admission admission, Presence presence) {
        this(
                admission::leave,
                presence::fellSilent,
                presence::disconnected,
                Departures::virtualThreadAfter);
    }

    Departures(
            Consumer<ConnectionId> leave,
            Consumer<ConnectionId> silence,
            Consumer<ConnectionId> lose,
            Function<Duration, Executor> later) {
        this.leave = leave;
        this.silence = silence;
        this.lose = lose;
        this.later = later;
    }

    @Override
    public void disconnected(Session session, DisconnectKind kind) {
        if (session.binding().isPresent()) {
            depart(session.id(), kind);
        }
    }

    private void depart(ConnectionId connection, DisconnectKind kind) {
        try {
            switch (kind) {
                case CLIENT_LEFT -> leave.accept(connection);
                case SILENT -> silence.accept(connection);
                case LOST -> lose.accept(connection);
            }
        } catch (RejectedException unavailable) {
            var wait = unavailable.retryAfter().orElseThrow(() -> unavailable);
            log.warn("event=departure-postponed kind={} wait={}", kind, wait);
            later.apply(wait).execute(() -> depart(connection, kind));
        }
    }

    private static Executor virtualThreadAfter(Duration wait) {
        return CompletableFuture.delayedExecutor(
                wait.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }
}
