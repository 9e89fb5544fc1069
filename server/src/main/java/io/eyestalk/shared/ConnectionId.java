package io.eyestalk.shared;

/**
 * A connection's private Socket.IO id, {@code socketId} on the wire. Whoever knows it acts as its
 * owner, so it is never shown to others and never printed.
 */
public record ConnectionId(String value) {
    public static final String FIELD = "socketId";
    private static final int MAX_LENGTH = 100;

    public ConnectionId {
        Identifiers.require(FIELD, value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return "***";
    }
}
