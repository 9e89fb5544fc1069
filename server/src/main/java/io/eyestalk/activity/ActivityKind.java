package io.eyestalk.activity;

import java.util.Arrays;
import java.util.Locale;

/** What can happen. */
enum ActivityKind {
    CREATE("create room"),
    JOIN("New member joined"),
    LEAVE("user-disconnect"),
    CHAT("chatting");

    private final String description;

    ActivityKind(String description) {
        this.description = description;
    }

    /** {@code des} of a document, in the words of 2022. */
    String description() {
        return description;
    }

    /** The word in the column {@code kind}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind that a document describes so.
     *
     * @throws IllegalArgumentException if none does
     */
    static ActivityKind described(String description) {
        return Arrays.stream(values())
                .filter(kind -> kind.description.equals(description))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of activity"));
    }
}
