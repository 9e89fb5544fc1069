package socketio.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads the text of a packet: {@code <type>[<attachments>-][<namespace>,][<id>][<JSON>]}.
 * Everything that the protocol says about the form of a packet is checked here.
 */
public final class PacketReader {
    private static final String MAIN = "/";
    private static final int MAX_DIGITS = 15;
    private static final int MAX_NAMESPACE = 512;

    private final byte[] bytes;
    private int at;

    private PacketReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /**
     * Reads a packet that begins at {@code from} and ends with the array.
     *
     * @param bytes valid UTF-8
     * @throws MalformedPacketException if it is none
     */
    public static Packet read(byte[] bytes, int from) {
        return new PacketReader(bytes, from).packet();
    }

    private Packet packet() {
        var type = at < bytes.length ? PacketType.of(bytes[at++]) : null;
        if (type == null) {
            throw new MalformedPacketException("unknown packet type");
        }
        var attachments = type.hasAttachments() ? attachments() : 0;
        var namespace = namespace();
        var id = isDigit() ? number() : Packet.NO_ID;
        var packet = new Packet(type, attachments, namespace, id, bytes, at);
        requireShape(packet);
        return packet;
    }

    private int attachments() {
        if (!isDigit()) {
            throw new MalformedPacketException("attachments without a number");
        }
        var count = number();
        if (at == bytes.length || bytes[at++] != '-' || count > Integer.MAX_VALUE) {
            throw new MalformedPacketException("attachments without a dash");
        }
        return (int) count;
    }

    private String namespace() {
        if (at == bytes.length || bytes[at] != '/') {
            return MAIN;
        }
        var start = at;
        while (at < bytes.length && bytes[at] != ',') {
            at++;
        }
        if (at - start > MAX_NAMESPACE) {
            throw new MalformedPacketException("namespace too long");
        }
        var name = new String(bytes, start, at - start, UTF_8);
        if (at < bytes.length) {
            at++;
        }
        return name;
    }

    private long number() {
        var start = at;
        var value = 0L;
        while (isDigit()) {
            value = value * 10 + (bytes[at++] - '0');
            if (at - start > MAX_DIGITS) {
                throw new MalformedPacketException("number too large");
            }
        }
        return value;
    }

    private boolean isDigit() {
        return at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9';
    }

    /** A server gets no CONNECT_ERROR; the other types have payloads of their own shape. */
    private static void requireShape(Packet packet) {
        var hasId = packet.id() != Packet.NO_ID;
        switch (packet.type()) {
            case CONNECT -> {
                require(!hasId, "CONNECT with an id");
                requireAuth(packet);
            }
            case DISCONNECT -> require(!hasId && !packet.hasPayload(), "DISCONNECT with a payload");
            case EVENT, BINARY_EVENT -> requireEvent(packet);
            case ACK, BINARY_ACK -> {
                require(hasId, "ACK without an id");
                requireStart(packet, '[');
                JsonCheck.requireValue(packet.bytes(), packet.payload());
            }
            case CONNECT_ERROR -> require(false, "CONNECT_ERROR from a client");
        }
    }

    private static void requireAuth(Packet packet) {
        if (packet.hasPayload()) {
            requireStart(packet, '{');
            JsonCheck.requireValue(packet.bytes(), packet.payload());
        }
    }

    private static void requireEvent(Packet packet) {
        requireStart(packet, '[');
        JsonCheck.requireValue(packet.bytes(), packet.payload());
        EventName.requireUsable(packet);
    }

    private static void requireStart(Packet packet, char start) {
        require(
                packet.hasPayload() && packet.bytes()[packet.payload()] == start,
                "payload of the wrong kind");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedPacketException(otherwise);
        }
    }
}
