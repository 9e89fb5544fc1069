package socketio.engine;

import io.netty.buffer.ByteBuf;

/** How a session's frames reach its client. Used on the session's event loop only. */
interface Link {

    Transport transport();

    /** Whether {@link #write} may be called now. */
    boolean isReady();

    /** Takes frames over; they go out with the next {@link #flush}. */
    void write(ByteBuf frames);

    void flush();

    /** Ends the link in the way that tells the client about the reason as well as possible. */
    void close(CloseReason reason);

    /** After {@link #close}: runs the task as soon as nothing is left of this link. */
    void whenGone(Runnable task);

    /** After {@link #close}: does not wait for the client any more. */
    void abort();
}
