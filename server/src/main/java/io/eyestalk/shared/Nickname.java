package io.eyestalk.shared;

/** What a member is called: stripped, NFC, 1 to 20 characters. Unique within a room. */
public record Nickname(String value) {
    public static final String FIELD = "userNickname";
    public static final int MAX_LENGTH = 20;

    public Nickname {
        value = PlainText.clean(FIELD, value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
