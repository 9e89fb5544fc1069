package io.eyestalk.chat;

import io.eyestalk.shared.RejectedException;

/** What somebody writes: 1 to 2000 characters, line breaks and tabs allowed. Never printed. */
record ChatText(String value) {
    static final String FIELD = "text";
    static final int MAX_LENGTH = 2000;

    /** Counted in UTF-16 units, as browsers count. */
    ChatText {
        value = value.strip();
        if (value.isEmpty() || value.codePoints().noneMatch(ChatText::isVisible)) {
            throw RejectedException.invalid(FIELD, "must not be empty");
        }
        if (value.length() > MAX_LENGTH) {
            throw RejectedException.invalid(
                    FIELD, "must have at most " + MAX_LENGTH + " characters");
        }
        if (value.codePoints().anyMatch(ChatText::isForbidden)) {
            throw RejectedException.invalid(FIELD, "must not contain control characters");
        }
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.CONTROL ->
                    false;
            default -> true;
        };
    }

    /** A lone surrogate is no character, and UTF-8 cannot carry it. */
    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
            case Character.SURROGATE -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "***";
    }
}
