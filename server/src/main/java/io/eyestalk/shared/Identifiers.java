package io.eyestalk.shared;

/** The form every id has: visible ASCII without spaces. */
final class Identifiers {
    private Identifiers() {}

    static String require(String field, String value, int max) {
        if (value.isEmpty() || value.length() > max) {
            throw RejectedException.invalid(field, "must have 1 to " + max + " characters");
        }
        if (!value.chars().allMatch(unit -> unit > ' ' && unit < 0x7F)) {
            throw RejectedException.invalid(field, "must be visible ASCII");
        }
        return value;
    }
}
