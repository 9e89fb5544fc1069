package io.eyestalk.shared;

import java.text.Normalizer;

/** The rules for short texts that people type and others see. */
final class PlainText {
    private PlainText() {}

    /**
     * Returns the text stripped and in Unicode form NFC, so that what looks the same is the same.
     *
     * @throws RejectedException unless it has 1 to {@code max} UTF-16 units, something visible, and
     *     no control or direction-override characters
     */
    static String clean(String field, String raw, int max) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        if (text.isEmpty() || text.codePoints().noneMatch(PlainText::isVisible)) {
            throw RejectedException.invalid(field, "must not be empty");
        }
        if (text.length() > max) {
            throw RejectedException.invalid(field, "must have at most " + max + " characters");
        }
        if (text.codePoints().anyMatch(PlainText::isForbidden)) {
            throw RejectedException.invalid(field, "must not contain control characters");
        }
        return text;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT, Character.CONTROL -> false;
            default -> !isBlankGlyph(point);
        };
    }

    /** Letters by category that are drawn as nothing: Hangul fillers and the empty braille cell. */
    private static boolean isBlankGlyph(int point) {
        return point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0
                || point == 0x2800;
    }

    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> isDirectionControl(point);
        };
    }

    /** Bidi_Control of UAX #9: these make a name read as another one. */
    private static boolean isDirectionControl(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
