package socketio.protocol;

import org.jspecify.annotations.Nullable;

/** The packet types of Socket.IO v5. */
public enum PacketType {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    private static final PacketType[] ALL = values();

    private final char wire;

    PacketType(char wire) {
        this.wire = wire;
    }

    /** The digit a packet of this type begins with. */
    char wire() {
        return wire;
    }

    boolean hasAttachments() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }

    static @Nullable PacketType of(byte wire) {
        for (var type : ALL) {
            if (type.wire == wire) {
                return type;
            }
        }
        return null;
    }
}
