package io.eyestalk.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final long MILLI = 1_000_000;

    private final AtomicLong nanoTime = new AtomicLong(-5 * MILLI);
    private final DatabaseTime time =
            new DatabaseTime(nanoTime::get, look(-5 * MILLI, NOON, 5 * MILLI));

    @Test
    void beginsInTheMiddleOfTheFirstLook() {
        nanoTime.set(0);

        assertThat(time.instant()).isEqualTo(NOON);
    }

    @Test
    void goesOnByItself() {
        nanoTime.set(90_000 * MILLI);

        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void aLookThatAgreesChangesNothing() {
        time.correct(look(1_000 * MILLI, NOON.plusMillis(1_300), 1_500 * MILLI));
        nanoTime.set(2_000 * MILLI);

        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void isCorrectedByWhatALookProves() {
        time.correct(look(1_000 * MILLI, NOON.plusMillis(1_102), 1_100 * MILLI));
        nanoTime.set(2_000 * MILLI);
        var forward = time.instant();
        time.correct(look(3_000 * MILLI, NOON.plusMillis(2_998), 3_100 * MILLI));
        nanoTime.set(4_000 * MILLI);

        assertThat(forward).isEqualTo(NOON.plusMillis(2_002));
        assertThat(time.instant()).isEqualTo(NOON.plusMillis(3_998));
    }

    /** However long looks take: the error is never more than what the fastest one took. */
    @Test
    void isNoFurtherOffThanTheFastestLook() {
        var random = new Random(7);
        var truth = NOON.plusSeconds(60);
        var fastest = Long.MAX_VALUE;
        DatabaseTime seen = null;
        for (var step = 0; step < 1_000; step++) {
            var before = step * (10_000 * MILLI);
            var took = 1 + random.nextLong(3_000 * MILLI);
            var said = truth.plusNanos(before + random.nextLong(took));
            var look = look(before, said, before + took);
            if (seen == null) {
                seen = new DatabaseTime(nanoTime::get, look);
            }
            seen.correct(look);
            fastest = Math.min(fastest, took);
            nanoTime.set(before + took);

            assertThat(Duration.between(truth.plusNanos(before + took), seen.instant()).abs())
                    .isLessThanOrEqualTo(Duration.ofNanos(fastest));
        }
    }

    private static DatabaseTime.Look look(long before, Instant said, long after) {
        return new DatabaseTime.Look(before, said, after);
    }
}
