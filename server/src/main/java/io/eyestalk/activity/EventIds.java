package io.eyestalk.activity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that sort by time: UUID version 7 (RFC 9562, section 5.7), so that new rows stand at the end
 * of the primary key. Safe for use by many threads.
 */
final class EventIds {
    private static final int RANDOM_A_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();

    UUID next(Instant at) {
        var high = random.nextInt(1 << RANDOM_A_BITS);
        var low = random.nextLong() >>> 2;
        return new UUID(at.toEpochMilli() << 16 | VERSION_7 | high, VARIANT | low);
    }
}
