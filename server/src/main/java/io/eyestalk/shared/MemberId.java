package io.eyestalk.shared;

/** A member as the others see it, {@code sid} on the wire. Public: knowing one proves nothing. */
public record MemberId(String value) {
    public static final String FIELD = "sid";
    private static final int MAX_LENGTH = 64;

    public MemberId {
        Identifiers.require(FIELD, value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
