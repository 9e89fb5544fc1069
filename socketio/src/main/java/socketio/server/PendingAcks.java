package socketio.server;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketio.engine.EngineSession;
import tools.jackson.databind.JsonNode;

/** The acknowledgements one socket waits for. Each is told exactly once, on the session's loop. */
final class PendingAcks {
    private record Pending(Ack ack, Future<?> timeout) {}

    private final EngineSession session;
    private @Nullable Map<Long, Pending> pending;
    private long nextId;
    private boolean ended;

    PendingAcks(EngineSession session) {
        this.session = session;
    }

    /** Reserves an id, or answers the ack at once when the socket is gone. */
    synchronized long expect(Ack ack, Duration timeout) {
        var id = nextId++;
        if (ended) {
            session.execute(() -> ack.on(new Ack.Reply.Disconnected()));
            return id;
        }
        if (pending == null) {
            pending = new HashMap<>();
        }
        var timer = session.schedule(() -> settle(id, new Ack.Reply.TimedOut()), timeout);
        pending.put(id, new Pending(ack, timer));
        return id;
    }

    /** Whether somebody waits for this id. */
    synchronized boolean isExpected(long id) {
        return pending != null && pending.containsKey(id);
    }

    void answer(long id, List<JsonNode> args) {
        settle(id, new Ack.Reply.Answered(args));
    }

    void end() {
        List<Pending> left;
        synchronized (this) {
            ended = true;
            left = pending == null ? List.of() : List.copyOf(pending.values());
            pending = null;
        }
        for (var one : left) {
            one.timeout.cancel(false);
            one.ack.on(new Ack.Reply.Disconnected());
        }
    }

    private void settle(long id, Ack.Reply reply) {
        Pending one;
        synchronized (this) {
            one = pending == null ? null : pending.remove(id);
            if (pending != null && pending.isEmpty()) {
                pending = null;
            }
        }
        if (one != null) {
            one.timeout.cancel(false);
            one.ack.on(reply);
        }
    }
}
