package socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** Long-polling: frames go out as the answer to the one request that waits for them. */
final class PollingLink implements Link {
    private @Nullable Exchange waiting;
    private @Nullable ByteBuf body;

    @Override
    public Transport transport() {
        return Transport.POLLING;
    }

    boolean isOccupied() {
        return waiting != null;
    }

    void await(Exchange exchange) {
        waiting = exchange;
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
            body = ByteBufAllocator.DEFAULT.buffer();
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

    /** A client that said goodbye gets a noop; any other learns that the session is over. */
    @Override
    public void close(CloseReason reason) {
        if (reason == CloseReason.TRANSPORT_CLOSE) {
            letGo();
        } else {
            write(Frames.text("1"));
            flush();
        }
    }

    /** Whether the last words still wait for a request that fetches them. */
    boolean hasLastWords() {
        return body != null;
    }

    void release() {
        if (body != null) {
            body.release();
            body = null;
        }
    }
}
