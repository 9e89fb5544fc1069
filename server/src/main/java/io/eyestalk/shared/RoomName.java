package io.eyestalk.shared;

/** A room's title as people type it: stripped, NFC, 1 to 100 characters. Unique while it exists. */
public record RoomName(String value) {
    public static final String FIELD = "roomName";
    public static final int MAX_LENGTH = 100;

    public RoomName {
        value = PlainText.clean(FIELD, value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
