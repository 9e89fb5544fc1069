package socketio.server;

import org.jspecify.annotations.Nullable;
import socketio.protocol.EventName;
import socketio.protocol.Packet;
import socketio.protocol.PacketWriter;

/**
 * An event encoded and framed once, to be sent to many sockets of one namespace, on this node or,
 * as bytes, on another.
 */
public final class EncodedEvent {
    private final byte[] frames;

    private EncodedEvent(byte[] frames) {
        this.frames = frames;
    }

    /**
     * Encodes an event as {@link Socket#emit(String, Object...)} would.
     *
     * @param namespace the namespace of the sockets that will get it
     * @throws IllegalArgumentException for a reserved name
     */
    public static EncodedEvent of(String namespace, String event, @Nullable Object... args) {
        EventName.requireUsable(event);
        return new EncodedEvent(PacketWriter.event(namespace, Packet.NO_ID, event, args));
    }

    /** Takes what {@link #toBytes} of another node gave. */
    public static EncodedEvent ofBytes(byte[] bytes) {
        return new EncodedEvent(bytes.clone());
    }

    /** An opaque form that other nodes of the same version understand. */
    public byte[] toBytes() {
        return frames.clone();
    }

    byte[] frames() {
        return frames;
    }
}
