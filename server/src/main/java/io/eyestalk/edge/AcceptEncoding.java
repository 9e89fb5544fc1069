package io.eyestalk.edge;

/** Reads the header {@code Accept-Encoding} (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
    private AcceptEncoding() {}

    /** Whether the header names this coding and does not refuse it by {@code q=0}. */
    static boolean takes(String header, String coding) {
        for (var part : header.split(",", -1)) {
            var pieces = part.strip().split(";", 2);
            if (pieces[0].strip().equalsIgnoreCase(coding)) {
                return pieces.length < 2 || !pieces[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
