package socketio.protocol;

import java.util.Arrays;

/** A packet as it came, checked but not parsed. */
public final class Packet {
    public static final long NO_ID = -1;

    private final PacketType type;
    private final int attachments;
    private final String namespace;
    private final long id;
    private final byte[] bytes;
    private final int payload;

    Packet(PacketType type, int attachments, String namespace, long id, byte[] bytes, int payload) {
        this.type = type;
        this.attachments = attachments;
        this.namespace = namespace;
        this.id = id;
        this.bytes = bytes;
        this.payload = payload;
    }

    public PacketType type() {
        return type;
    }

    /** How many binary messages belong to it. */
    public int attachments() {
        return attachments;
    }

    /** The namespace, beginning with a slash. */
    public String namespace() {
        return namespace;
    }

    /** The acknowledgement id, {@link #NO_ID} if there is none. */
    public long id() {
        return id;
    }

    /** The message that holds the packet; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the JSON begins in {@link #bytes}, their length if there is none. */
    public int payload() {
        return payload;
    }

    boolean hasPayload() {
        return payload < bytes.length;
    }

    /** The JSON of the packet, empty if there is none. */
    public byte[] json() {
        return Arrays.copyOfRange(bytes, payload, bytes.length);
    }
}
