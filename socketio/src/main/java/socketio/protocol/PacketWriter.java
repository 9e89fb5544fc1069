package socketio.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.engine.EngineSession;
import socketio.engine.MessageBuffer;

/** Writes packets as frames ready for {@link EngineSession#send(byte[])}. */
public final class PacketWriter {
    private static final String MAIN = "/";

    private PacketWriter() {}

    /** CONNECT, the answer to a client that was let in. */
    public static byte[] connected(String namespace, String socketId) {
        return text(PacketType.CONNECT, namespace, "{\"sid\":\"" + socketId + "\"}");
    }

    /** CONNECT_ERROR with a message and, unless null, data. */
    public static byte[] refused(String namespace, String message, @Nullable Object data) {
        var buffer = start(PacketType.CONNECT_ERROR, 0, namespace);
        buffer.append("{\"message\":");
        Json.write(buffer, new ArrayList<>(), message);
        if (data != null) {
            buffer.append(",\"data\":");
            Json.write(buffer, new ArrayList<>(), data);
        }
        buffer.append("}");
        return buffer.frames(List.of());
    }

    public static byte[] disconnected(String namespace) {
        return text(PacketType.DISCONNECT, namespace, "");
    }

    /**
     * EVENT or, if the arguments hold binary, BINARY_EVENT.
     *
     * @param id the acknowledgement asked for, or {@link Packet#NO_ID}
     */
    public static byte[] event(String namespace, long id, String name, @Nullable Object[] args) {
        var attachments = new ArrayList<byte[]>(0);
        var payload = new MessageBuffer();
        Json.write(payload, attachments, name);
        if (args.length > 0) {
            payload.write(',');
            Json.writeValues(payload, attachments, args);
        }
        var type = attachments.isEmpty() ? PacketType.EVENT : PacketType.BINARY_EVENT;
        return array(type, namespace, id, payload, attachments);
    }

    /** ACK or BINARY_ACK. */
    public static byte[] ack(String namespace, long id, @Nullable Object[] args) {
        var attachments = new ArrayList<byte[]>(0);
        var payload = new MessageBuffer();
        Json.writeValues(payload, attachments, args);
        var type = attachments.isEmpty() ? PacketType.ACK : PacketType.BINARY_ACK;
        return array(type, namespace, id, payload, attachments);
    }

    /** A received event, sent on with the same payload and without its acknowledgement id. */
    public static byte[] relayed(String namespace, Packet packet, List<byte[]> attachments) {
        var type = attachments.isEmpty() ? PacketType.EVENT : PacketType.BINARY_EVENT;
        var buffer = start(type, attachments.size(), namespace);
        var bytes = packet.bytes();
        buffer.write(bytes, packet.payload(), bytes.length - packet.payload());
        return buffer.frames(attachments);
    }

    private static byte[] array(
            PacketType type,
            String namespace,
            long id,
            MessageBuffer payload,
            List<byte[]> attachments) {
        var buffer = start(type, attachments.size(), namespace);
        if (id != Packet.NO_ID) {
            buffer.append(Long.toString(id));
        }
        buffer.write('[');
        buffer.append(payload);
        buffer.write(']');
        return buffer.frames(attachments);
    }

    private static byte[] text(PacketType type, String namespace, String payload) {
        var buffer = start(type, 0, namespace);
        buffer.append(payload);
        return buffer.frames(List.of());
    }

    private static MessageBuffer start(PacketType type, int attachments, String namespace) {
        var buffer = new MessageBuffer();
        buffer.write(type.wire());
        if (type.hasAttachments()) {
            buffer.append(attachments + "-");
        }
        if (!namespace.equals(MAIN)) {
            buffer.append(namespace + ",");
        }
        return buffer;
    }
}
