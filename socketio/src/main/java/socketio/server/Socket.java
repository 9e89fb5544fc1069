package socketio.server;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client in one namespace. Every method may be called from any thread; callbacks run on the
 * connection's event loop, one after another in the order the client sent, and must not block.
 */
public interface Socket {

    /** The Socket.IO id: random, 128 bits or more, and no secret: it opens nothing. */
    String id();

    Namespace namespace();

    Handshake handshake();

    /**
     * Sets the listener of one event name, in place of one set before. It takes precedence over a
     * listener of {@link Namespace#on}.
     *
     * @throws IllegalArgumentException for a reserved name
     */
    void on(String event, EventListener listener);

    /** Hears every event that has no listener of its own, here or at the namespace. */
    void onAny(EventListener listener);

    /** Hears the end of this namespace connection, exactly once; at once if it has ended. */
    void onDisconnect(Consumer<DisconnectReason> listener);

    /**
     * Sends an event. A socket that is not connected any more ignores it.
     *
     * @param args records, maps, JSON nodes and so on, as Jackson writes them; {@code byte[]},
     *     {@code ByteBuf} and binary nodes anywhere inside travel as binary attachments
     * @throws IllegalArgumentException for a reserved name
     */
    void emit(String event, @Nullable Object... args);

    /**
     * Sends an event and asks for an acknowledgement.
     *
     * @param ack told exactly once: the reply, or that none came
     * @param timeout how long to wait for it
     */
    void emit(String event, Ack ack, Duration timeout, @Nullable Object... args);

    /** Sends an event unless the connection is busy with earlier ones, in which case it is lost. */
    void emitVolatile(String event, @Nullable Object... args);

    /** Sends an event that was encoded once for many. */
    void emitEncoded(EncodedEvent event);

    /** Enters a room of this namespace; rooms come and go with their members. */
    void join(String room);

    void leave(String room);

    /** The rooms this socket is in now, as an unchangeable copy. */
    Set<String> rooms();

    /** The others in the given rooms of this namespace. */
    Broadcast to(String... rooms);

    /**
     * Asks the client for a sign of life now; without one within that time the connection ends with
     * {@link DisconnectReason#PING_TIMEOUT}. For those who heard from elsewhere that it is gone.
     */
    void probe(Duration within);

    /** Ends this namespace connection with a DISCONNECT packet; the connection itself stays. */
    void disconnect();

    /** Closes the whole connection, all its namespaces with it. */
    void close();

    boolean connected();

    /** What the application keeps with this socket; null until set. */
    @Nullable Object attachment();

    void attach(@Nullable Object attachment);
}
