package socketio.engine;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pings one client and notices when it does not answer. One timer serves both: it is either waiting
 * for the next ping to be due or for the pong to be due. Used on the session's event loop only.
 */
final class Heartbeat implements Runnable {
    private final EngineSession session;
    private final EngineOptions options;
    private boolean expectsPong;
    private boolean pongIsDue;
    private @Nullable Future<?> timer;

    Heartbeat(EngineSession session, EngineOptions options) {
        this.session = session;
        this.options = options;
    }

    /** The first ping comes a little early, so that clients that came together do not stay so. */
    void start() {
        var interval = options.pingInterval().toMillis();
        wakeIn(ThreadLocalRandom.current().nextLong(interval * 3 / 4, interval - interval / 20));
    }

    void pong() {
        expectsPong = false;
    }

    /** Pings now, and gives the client that long to answer, or less if a pong is due sooner. */
    void probe(long millis) {
        if (expectsPong && timer != null && remaining(timer) <= millis) {
            return;
        }
        stop();
        expectsPong = true;
        pongIsDue = true;
        session.send(Frames.text("2"));
        wakeIn(millis);
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** Continues on another event loop: called on the old one, which must not use it any more. */
    void moveTo(LoopOutbox home) {
        var left = timer == null ? 0 : remaining(timer);
        stop();
        var _ = Loops.execute(home.loop(), () -> wakeIn(left));
    }

    @Override
    public void run() {
        if (!pongIsDue) {
            ping();
        } else if (expectsPong) {
            session.close(CloseReason.PING_TIMEOUT);
        } else {
            rest();
        }
    }

    private void ping() {
        stop();
        expectsPong = false;
        probe(options.pingTimeout().toMillis());
    }

    private void rest() {
        pongIsDue = false;
        var left = options.pingInterval().minus(options.pingTimeout()).toMillis();
        if (left > 0) {
            wakeIn(left);
        } else {
            ping();
        }
    }

    private void wakeIn(long millis) {
        if (session.isOpen()) {
            timer = session.loop().schedule(this, millis, TimeUnit.MILLISECONDS);
        }
    }

    private static long remaining(Future<?> timer) {
        return timer instanceof ScheduledFuture<?> scheduled
                ? Math.max(0, scheduled.getDelay(TimeUnit.MILLISECONDS))
                : 0;
    }
}
