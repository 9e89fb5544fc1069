package io.eyestalk.turn;

/** Something that must not be printed. */
record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
