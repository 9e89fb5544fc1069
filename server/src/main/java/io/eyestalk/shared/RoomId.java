package io.eyestalk.shared;

/** Identifies a room for its whole life; a later room of the same name has another id. */
public record RoomId(String value) {
    public static final String FIELD = "roomId";
    private static final int MAX_LENGTH = 64;

    public RoomId {
        Identifiers.require(FIELD, value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
