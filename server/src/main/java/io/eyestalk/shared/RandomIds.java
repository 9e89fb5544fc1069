package io.eyestalk.shared;

import java.security.SecureRandom;
import java.util.Base64;

/** 144 random bits as 24 characters. Safe for use by many threads. */
public final class RandomIds implements IdGenerator {
    private static final int BYTES = 18;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }
}
