package io.eyestalk.realtime;

import io.eyestalk.shared.ClientAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import socketio.server.DisconnectReason;
import socketio.server.Socket;

/** Makes a session of every connection and follows it to its end. */
@Component
final class Connections {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private final LiveSessions sessions;
    private final EventDispatcher dispatcher;
    private final List<SessionListener> listeners;
    private final int waitingEvents;
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("session-", 0).factory());

    Connections(
            LiveSessions sessions,
            EventDispatcher dispatcher,
            List<SessionListener> listeners,
            RealtimeProperties properties) {
        this.sessions = sessions;
        this.dispatcher = dispatcher;
        this.listeners = listeners;
        this.waitingEvents = properties.waitingEvents();
    }

    /** Follows a new connection. Called on its event loop, before its first event. */
    void open(Socket socket) {
        var queue = new SerialQueue(workers, waitingEvents);
        var address = ClientAddress.of(socket.handshake().remoteAddress());
        var session = new SocketSession(socket, address, sessions, queue);
        sessions.add(session);
        if (!listeners.isEmpty()) {
            queue.add(marked(session, () -> tellAll(listener -> listener.connected(session))));
        }
        socket.onAny(event -> dispatcher.accept(session, event));
        socket.onDisconnect(reason -> queue.add(marked(session, () -> close(session, reason))));
    }

    /** Waits until everything that was begun is done, at most that long. */
    void finish(Duration patience) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("event=handlers-abandoned after={}", patience);
        }
    }

    private void close(SocketSession session, DisconnectReason reason) {
        session.end();
        var kind = kind(reason);
        log.debug("event=connection-ended reason={}", reason);
        tellAll(listener -> listener.disconnected(session, kind));
    }

    private static DisconnectKind kind(DisconnectReason reason) {
        return switch (reason) {
            case CLIENT_NAMESPACE_DISCONNECT -> DisconnectKind.CLIENT_LEFT;
            case PING_TIMEOUT -> DisconnectKind.SILENT;
            default -> DisconnectKind.LOST;
        };
    }

    private void tellAll(Consumer<SessionListener> news) {
        for (var listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException bug) {
                log.error("event=listener-failed", bug);
            }
        }
    }

    private static Runnable marked(SocketSession session, Runnable task) {
        return () -> {
            try (var _ = LogMarks.of(session)) {
                task.run();
            }
        };
    }
}
