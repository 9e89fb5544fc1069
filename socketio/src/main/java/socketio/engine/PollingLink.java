package socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Long-polling: frames go out as the answer to the one request that waits for them. */
final class PollingLink implements Link {
    private final AtomicBoolean posting = new AtomicBoolean();
    private @Nullable Exchange waiting;
    private boolean crossesUpgrade;
    private @Nullable ByteBuf body;
    private @Nullable Runnable gone;

    @Override
    public Transport transport() {
        return Transport.POLLING;
    }

    boolean isOccupied() {
        return waiting != null;
    }

    /** Keeps a request until there are frames; one may come while a WebSocket takes over. */
    void await(Exchange exchange, boolean duringUpgrade) {
        waiting = exchange;
        crossesUpgrade = duringUpgrade;
    }

    /** Whether a request waits that came while a WebSocket wanted to take over. */
    boolean crossesUpgrade() {
        return waiting != null && crossesUpgrade;
    }

    /** Takes the one place for a request with packets; false if it is taken. Any thread. */
    boolean beginPost() {
        return !posting.getAndSet(true);
    }

    /** Any thread. */
    void endPost() {
        posting.set(false);
    }

    /** The request that waited is gone: its client hung up. */
    boolean forget(Exchange exchange) {
        var wasWaiting = waiting == exchange;
        if (wasWaiting) {
            waiting = null;
        }
        return wasWaiting;
    }

    @Override
    public boolean isReady() {
        return waiting != null;
    }

    @Override
    public void write(ByteBuf frames) {
        if (body == null) {
            // On the heap: it may wait for a request that never comes.
            body = Unpooled.buffer();
        }
        PollingPayload.append(body, frames);
        frames.release();
    }

    @Override
    public void flush() {
        if (waiting != null && body != null) {
            var exchange = waiting;
            var answer = body;
            waiting = null;
            body = null;
            exchange.ok(answer);
        }
    }

    /** Answers a waiting request with nothing, so that the client can stop polling. */
    void letGo() {
        if (waiting != null) {
            write(Frames.text("6"));
            flush();
        }
    }

    /** The session has moved: a request that came too late for polling is refused. */
    void leaveBehind() {
        if (waiting != null && crossesUpgrade) {
            var late = waiting;
            waiting = null;
            late.refuse(Refusal.BAD_REQUEST);
        } else {
            letGo();
        }
    }

    /**
     * A client that said goodbye gets a noop. Any other learns that the session is over: at once if
     * it waits, with the next request if there is something left to say.
     */
    @Override
    public void close(CloseReason reason) {
        if (reason == CloseReason.TRANSPORT_CLOSE) {
            letGo();
        } else if (waiting != null || reason.isGraceful()) {
            write(Frames.text("1"));
            flush();
        }
    }

    /** A closed link is gone when the last words were fetched, or nobody will. */
    @Override
    public void whenGone(Runnable task) {
        if (body == null) {
            task.run();
        } else {
            gone = task;
        }
    }

    /** Gives a closed link's last words to one more request; false if there are none. */
    boolean sayLastWords(Exchange exchange) {
        if (body == null) {
            return false;
        }
        waiting = exchange;
        flush();
        leave();
        return true;
    }

    @Override
    public void abort() {
        if (body != null) {
            body.release();
            body = null;
        }
        leave();
    }

    private void leave() {
        if (gone != null) {
            gone.run();
            gone = null;
        }
    }
}
