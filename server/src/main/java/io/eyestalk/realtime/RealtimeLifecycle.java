package io.eyestalk.realtime;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import socketio.server.SocketIoServer;

/**
 * Takes leave when the server goes down: no new connections, clients are told to connect elsewhere,
 * what was begun is finished, then all is closed. Runs before the web server stops.
 */
@Component
final class RealtimeLifecycle implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RealtimeLifecycle.class);

    /** Whoever is cut off when the time is over makes news that handlers still have to tell. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final SocketIoServer server;
    private final Connections connections;
    private final Duration drain;
    private volatile boolean running;

    RealtimeLifecycle(
            SocketIoServer server, Connections connections, RealtimeProperties properties) {
        this.server = server;
        this.connections = connections;
        this.drain = properties.drain();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var clients = server.connections();
        var begun = System.nanoTime();
        try {
            sayGoodbye();
            connections.finish(leftSince(begun));
            log.info("event=said-goodbye clients={}", clients);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration leftSince(long begun) {
        var left = drain.minusNanos(System.nanoTime() - begun);
        return left.compareTo(LAST_WORDS) > 0 ? left : LAST_WORDS;
    }

    private void sayGoodbye() throws InterruptedException {
        try {
            server.shutdown(drain)
                    .toCompletableFuture()
                    .get(drain.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("event=goodbye-cut-short", e);
        } finally {
            server.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped first: the web server's own graceful phase is 1024 lower. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
