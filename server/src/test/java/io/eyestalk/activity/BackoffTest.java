package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Backoff longPauses = new Backoff(FIRST, LONGEST, new Fixed(Long.MAX_VALUE));

    @Test
    void doublesUntilTheLimit() {
        assertThat(longPauses.next()).isEqualTo(Duration.ofMillis(500));
        assertThat(longPauses.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(longPauses.next()).isEqualTo(Duration.ofSeconds(2));
        for (var attempt = 3; attempt < 100; attempt++) {
            assertThat(longPauses.next()).isLessThanOrEqualTo(LONGEST);
        }
        assertThat(longPauses.next()).isEqualTo(LONGEST);
    }

    @Test
    void neverWaitsLessThanHalf() {
        var shortPauses = new Backoff(FIRST, LONGEST, new Fixed(0));

        assertThat(shortPauses.next()).isEqualTo(Duration.ofMillis(250));
        assertThat(shortPauses.next()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void startsAnewAfterASuccess() {
        longPauses.next();
        longPauses.next();

        longPauses.reset();

        assertThat(longPauses.next()).isEqualTo(FIRST);
    }

    /** The nearest to a number that may be drawn. */
    private record Fixed(long wanted) implements RandomGenerator {
        @Override
        public long nextLong() {
            return wanted;
        }

        @Override
        public long nextLong(long bound) {
            return Math.min(wanted, bound - 1);
        }
    }
}
