package io.eyestalk.shared;

/** Makes ids and tokens that nobody can guess. */
@FunctionalInterface
public interface IdGenerator {
    /** A new value of at least 128 random bits, base64url without padding (RFC 4648, section 5). */
    String next();
}
