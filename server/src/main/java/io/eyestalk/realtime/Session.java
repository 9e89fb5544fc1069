package io.eyestalk.realtime;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.Optional;

/**
 * One live connection of one browser. Thread-safe.
 *
 * <p>What the {@link Broadcaster} sends may be held back for a moment, so that nobody hears of a
 * change of a room before the answer that tells them about the room itself.
 */
public interface Session {
    /** The private id: whoever knows it may act for this connection. */
    ConnectionId id();

    /** Where the client is, behind the proxies that are trusted. */
    ClientAddress address();

    /** Whom this connection speaks for; empty in the lobby. */
    Optional<Seat> binding();

    /**
     * Whom this connection speaks for.
     *
     * @throws RejectedException NOT_IN_ROOM in the lobby
     */
    default Seat seat() {
        return binding()
                .orElseThrow(
                        () ->
                                new RejectedException(
                                        ProblemCode.NOT_IN_ROOM, "Enter a room first."));
    }

    /**
     * From now on this connection speaks for {@code seat} and gets its news, and any older
     * connection of that member no longer does. News waits until {@link #release()}.
     */
    void bind(Seat seat);

    /** Back to the lobby. Without effect there. */
    void unbind();

    /**
     * Lets the news go that waited since {@link #bind}. Done by itself after each handled event.
     */
    void release();

    /** Sends to this connection only, past any news that waits. */
    void emit(String event, Object payload);

    /** Sends an event without a payload. */
    void emit(String event);

    /**
     * Somebody says that this client is gone: asks it for a sign of life, and ends the connection
     * as {@link DisconnectKind#SILENT} if none comes within that time.
     */
    void probe(Duration within);

    /** Ends the connection as a lost network does: clients connect again, here or elsewhere. */
    void drop();

    /** Ends the connection for good: an official client does not come back by itself. */
    void close();
}
