package socketio.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The move of a session that polls to a WebSocket. What is said of threads holds for the session;
 * the candidate is guarded by the session's monitor.
 */
final class Upgrade {
    /**
     * A poll that is sent after the upgrade packet, on another connection, may be read before it.
     * So one that comes while a WebSocket wants to take over waits this long for that packet.
     */
    private static final Duration PATIENCE_WITH_CROSSING = Duration.ofMillis(50);

    private final EngineSession session;
    private @Nullable UpgradeCandidate candidate;

    /** An end that waits for the WebSocket, the only one that can still tell the client of it. */
    private @Nullable CloseReason deferred;

    Upgrade(EngineSession session) {
        this.session = session;
    }

    /** Whether a WebSocket wants to take over. Any thread. */
    boolean isUnderWay() {
        synchronized (session) {
            return candidate != null;
        }
    }

    /** Whether this WebSocket is the only one that wants to take over. Any thread. */
    boolean offer(UpgradeCandidate webSocket) {
        synchronized (session) {
            if (!session.isOpen()
                    || candidate != null
                    || session.transport() != Transport.POLLING) {
                return false;
            }
            candidate = webSocket;
            return true;
        }
    }

    /** Any thread. */
    void withdraw(UpgradeCandidate webSocket) {
        synchronized (session) {
            if (candidate != webSocket) {
                return;
            }
            candidate = null;
        }
        session.execute(this::finishDeferred);
    }

    /** Makes this WebSocket the one that took over; false if the session ended meanwhile. */
    boolean complete(UpgradeCandidate webSocket) {
        synchronized (session) {
            if (!session.isOpen() || candidate != webSocket) {
                return false;
            }
            candidate = null;
            return true;
        }
    }

    /** The session ends: gives back a WebSocket that must learn of it. */
    @Nullable UpgradeCandidate abandon() {
        synchronized (session) {
            var abandoned = candidate;
            candidate = null;
            return abandoned;
        }
    }

    /** Puts an end off if the client has stopped polling and not yet moved. */
    boolean defer(CloseReason reason) {
        if (!reason.isGraceful() || !isProbed()) {
            return false;
        }
        deferred = reason;
        return true;
    }

    boolean hasDeferred() {
        return deferred != null;
    }

    /** Carries out an end that had to wait. */
    void finishDeferred() {
        if (deferred != null) {
            session.finish(deferred);
        }
    }

    /**
     * A client that is about to upgrade waits for its poll to end, so no poll may wait for long.
     */
    void letGoWhileProbing() {
        if (!isProbed() || !(session.link() instanceof PollingLink polling)) {
            return;
        }
        if (polling.crossesUpgrade()) {
            var _ = session.schedule(polling::letGo, PATIENCE_WITH_CROSSING);
        } else {
            polling.letGo();
        }
    }

    private boolean isProbed() {
        synchronized (session) {
            return candidate != null && candidate.isProbed();
        }
    }
}
