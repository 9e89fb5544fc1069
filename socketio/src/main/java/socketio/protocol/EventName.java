package socketio.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;

/** The first element of an event's JSON array. */
public final class EventName {
    private static final Set<String> RESERVED =
            Set.of(
                    "connect",
                    "connect_error",
                    "disconnect",
                    "disconnecting",
                    "newListener",
                    "removeListener");
    private static final int LONGEST_RESERVED = "removeListener".length();

    private EventName() {}

    /** Whether the name means something to the official clients and cannot be an event. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /**
     * Refuses a name that applications must not send.
     *
     * @throws IllegalArgumentException if it is reserved
     */
    public static String requireUsable(String name) {
        if (isReserved(name)) {
            throw new IllegalArgumentException("reserved event name: " + name);
        }
        return name;
    }

    /** Where the name begins in a checked packet: its quote, or the first character of a number. */
    public static int start(Packet packet) {
        var at = packet.payload() + 1;
        while (isSpace(packet.bytes()[at])) {
            at++;
        }
        return at;
    }

    /** The index after the name that begins at {@code start}. */
    public static int end(Packet packet, int start) {
        var bytes = packet.bytes();
        if (bytes[start] == '"') {
            return JsonCheck.endOfString(bytes, start);
        }
        var at = start;
        while (bytes[at] != ',' && bytes[at] != ']' && !isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The name between these indices as text. */
    public static String text(Packet packet, int start, int end) {
        var bytes = packet.bytes();
        if (bytes[start] != '"') {
            return new String(bytes, start, end - start, UTF_8);
        }
        return hasEscape(bytes, start, end)
                ? Json.MAPPER.readValue(bytes, start, end - start, String.class)
                : new String(bytes, start + 1, end - start - 2, UTF_8);
    }

    /** Whether the name is written with escapes, so that its bytes are not its text. */
    public static boolean hasEscape(byte[] bytes, int start, int end) {
        for (var at = start; at < end; at++) {
            if (bytes[at] == '\\') {
                return true;
            }
        }
        return false;
    }

    static void requireUsable(Packet packet) {
        var start = start(packet);
        var first = packet.bytes()[start];
        if (first != '"' && first != '-' && (first < '0' || first > '9')) {
            throw new MalformedPacketException("event without a name");
        }
        var end = end(packet, start);
        var mayBeReserved =
                end - start - 2 <= LONGEST_RESERVED || hasEscape(packet.bytes(), start, end);
        if (mayBeReserved && startsLikeReserved(packet.bytes(), start)) {
            if (isReserved(text(packet, start, end))) {
                throw new MalformedPacketException("reserved event name");
            }
        }
    }

    /** Spares most names the making of a string. */
    private static boolean startsLikeReserved(byte[] bytes, int start) {
        var letter = bytes[start + 1];
        return letter == 'c' || letter == 'd' || letter == 'n' || letter == 'r' || letter == '\\';
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }
}
