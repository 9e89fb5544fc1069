package io.eyestalk.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A connection's private Socket.IO id, {@code socketId} on the wire. Whoever knows it acts as its
 * owner, so it is never shown to others and never printed.
 */
public record ConnectionId(String value) {
    public static final String FIELD = "socketId";
    private static final int MAX_LENGTH = 100;
    private static final int MARK_BYTES = 6;

    public ConnectionId {
        Identifiers.require(FIELD, value, MAX_LENGTH);
    }

    /** What stands for it in logs: always the same, and of no use to whoever reads it there. */
    public String mark() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
