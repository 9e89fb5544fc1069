package socketio.server;

import org.jspecify.annotations.Nullable;

/** A set of receivers chosen at the moment of sending. The event is encoded and framed once. */
public interface Broadcast {

    /** The same receivers without the socket of this id. */
    Broadcast except(String socketId);

    /** The same receivers, but whoever is busy with earlier events does not get this one. */
    Broadcast droppable();

    /** Sends an event as {@link Socket#emit(String, Object...)} does, to every receiver. */
    void emit(String event, @Nullable Object... args);

    void emitEncoded(EncodedEvent event);

    /** Sends an event on exactly as it came, name and arguments, without parsing it. */
    void relay(Event event);
}
