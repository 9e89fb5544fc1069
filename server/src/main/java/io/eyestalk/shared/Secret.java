package io.eyestalk.shared;

/** Something that must not be printed. */
public record Secret(String value) {
    /**
     * Public, since Spring converts texts of the configuration through public constructors only.
     */
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
