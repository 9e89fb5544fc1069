package socketio.protocol;

/**
 * Checks that bytes are one JSON value (RFC 8259) without building it, so that nothing malformed
 * gets past the door and nobody pays for parsing what is only passed on. The bytes are known to be
 * valid UTF-8.
 */
final class JsonCheck {
    /** Deeper nesting than any sane application needs, and less than any parser fears. */
    static final int MAX_DEPTH = 200;

    /** Digits that a number may have, as in Jackson's default. */
    static final int MAX_NUMBER = 1000;

    private final byte[] json;
    private int at;
    private int depth;

    private JsonCheck(byte[] json, int at) {
        this.json = json;
        this.at = at;
    }

    /**
     * Checks the value that begins at {@code from} and ends with the array.
     *
     * @throws MalformedPacketException if it is none
     */
    static void requireValue(byte[] json, int from) {
        var check = new JsonCheck(json, from);
        check.value();
        check.space();
        if (check.at != json.length) {
            throw check.malformed();
        }
    }

    /** The index after the string that begins at {@code from}, which must be a quote. */
    static int endOfString(byte[] json, int from) {
        var check = new JsonCheck(json, from);
        check.string();
        return check.at;
    }

    private void value() {
        space();
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void object() {
        enter();
        if (peekAfterSpace() == '}') {
            leave();
            return;
        }
        do {
            space();
            string();
            space();
            require(':');
            value();
        } while (isNextMember('}'));
    }

    private void array() {
        enter();
        if (peekAfterSpace() == ']') {
            leave();
            return;
        }
        do {
            value();
        } while (isNextMember(']'));
    }

    private boolean isNextMember(char end) {
        var next = peekAfterSpace();
        if (next == end) {
            leave();
            return false;
        }
        require(',');
        return true;
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw new MalformedPacketException("JSON nested too deeply");
        }
    }

    private void leave() {
        at++;
        depth--;
    }

    private void string() {
        require('"');
        while (true) {
            var next = peek();
            at++;
            if (next == '"') {
                return;
            }
            if (next == '\\') {
                escape();
            } else if (next >= 0 && next < ' ') {
                throw malformed();
            }
        }
    }

    private void escape() {
        var kind = peek();
        at++;
        if (kind == 'u') {
            for (var digit = 0; digit < 4; digit++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw malformed();
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
            throw malformed();
        }
    }

    private void number() {
        var start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < json.length && json[at] == '.') {
            at++;
            digits();
        }
        if (at < json.length && (json[at] == 'e' || json[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if (at - start > MAX_NUMBER) {
            throw malformed();
        }
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw malformed();
        }
        while (at < json.length && isDigit(json[at])) {
            at++;
        }
    }

    private void literal(String word) {
        for (var index = 0; index < word.length(); index++) {
            require(word.charAt(index));
        }
    }

    private void require(char expected) {
        if (peek() != expected) {
            throw malformed();
        }
        at++;
    }

    private void space() {
        while (at < json.length && isSpace(json[at])) {
            at++;
        }
    }

    private byte peekAfterSpace() {
        space();
        return peek();
    }

    private byte peek() {
        if (at >= json.length) {
            throw malformed();
        }
        return json[at];
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private MalformedPacketException malformed() {
        return new MalformedPacketException("malformed JSON at byte " + at);
    }
}
