package socketio.engine;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sessions of one event loop that have something to send. Sessions that are written to several
 * times within one turn of the loop are flushed once, and a broadcast from another thread wakes the
 * loop once.
 */
final class LoopOutbox {
    private final EventLoop loop;

    private final Queue<EngineSession> foreign = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean foreignScheduled = new AtomicBoolean();

    /** Used on the loop only. */
    private ArrayList<EngineSession> local = new ArrayList<>();

    private ArrayList<EngineSession> spare = new ArrayList<>();
    private boolean localScheduled;

    LoopOutbox(EventLoop loop) {
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    /** Has the session drained soon; called at most once until it was. */
    void enlist(EngineSession session) {
        if (loop.inEventLoop()) {
            local.add(session);
            if (!localScheduled) {
                localScheduled = true;
                execute(this::drainLocal);
            }
        } else {
            foreign.add(session);
            if (!foreignScheduled.getAndSet(true)) {
                execute(this::drainForeign);
            }
        }
    }

    private void drainLocal() {
        localScheduled = false;
        var sessions = local;
        local = spare;
        spare = sessions;
        for (var session : sessions) {
            session.drain();
        }
        sessions.clear();
    }

    private void drainForeign() {
        foreignScheduled.set(false);
        for (var session = foreign.poll(); session != null; session = foreign.poll()) {
            session.drain();
        }
    }

    private void execute(Runnable task) {
        if (!Loops.execute(loop, task)) {
            foreign.forEach(EngineSession::discard);
            foreign.clear();
        }
    }
}
