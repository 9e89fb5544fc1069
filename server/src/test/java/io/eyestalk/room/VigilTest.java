package io.eyestalk.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VigilTest {
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** nanoTime may be anything, and pass the largest long. */
    private static final long START = Long.MAX_VALUE - 3 * SECOND;

    @Test
    void sweepsForHalfALeaseAfterARenewal() {
        var vigil = Vigil.begin(LEASE, START).renewed(at(2), true);

        assertThat(vigil.maySweep(at(2))).isTrue();
        assertThat(vigil.maySweep(at(5) - 1)).isTrue();
        assertThat(vigil.maySweep(at(5))).isFalse();
    }

    @Test
    void judgesAfterTwoLeasesWithoutAGap() {
        var vigil = Vigil.begin(LEASE, START);
        for (var second = 1; second < 12; second++) {
            vigil = vigil.renewed(at(second), true);
            assertThat(vigil.mayJudge(at(second))).isFalse();
        }

        vigil = vigil.renewed(at(12), true);

        assertThat(vigil.mayJudge(at(12))).isTrue();
        assertThat(vigil.mayJudge(at(15))).isFalse();
    }

    @Test
    void theStartIsTheEndOfAnInterruption() {
        var vigil = Vigil.begin(LEASE, START);

        assertThat(vigil.interrupted()).isTrue();
        assertThat(vigil.settled().interrupted()).isFalse();
        assertThat(vigil.settled().renewed(at(1), true).interrupted()).isFalse();
    }

    @Test
    void aGapInterruptsAndBeginsTheVigilAnew() {
        var vigil = Vigil.begin(LEASE, START).settled().renewed(at(3), true);

        assertThat(vigil.interrupted()).isTrue();
        assertThat(vigil.since()).isEqualTo(at(3));
    }

    @Test
    void aLeaseThatEndedInTheDatabaseInterruptsHoweverLittleTimePassedHere() {
        var vigil = Vigil.begin(LEASE, START).settled().renewed(at(1), false);

        assertThat(vigil.interrupted()).isTrue();
        assertThat(vigil.since()).isEqualTo(at(1));
    }

    @Test
    void anInterruptionStaysUntilItIsSettled() {
        var vigil = Vigil.begin(LEASE, START).renewed(at(1), true).renewed(at(2), true);

        assertThat(vigil.interrupted()).isTrue();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Whatever the beats are like, and whenever anybody asks. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whoMaySweepOrJudgeHoldsALeaseAndWhoWasAwayKnowsIt(long seed) {
        var random = new Random(seed);
        var vigil = Vigil.begin(LEASE, START).settled();
        var now = START;
        var renewed = START;
        var unbroken = START;
        for (var step = 0; step < 100; step++) {
            now += random.nextLong(5 * SECOND);
            if (vigil.maySweep(now)) {
                assertThat(now - renewed).isLessThan(LEASE.toNanos());
            }
            if (vigil.mayJudge(now)) {
                assertThat(vigil.maySweep(now)).isTrue();
                assertThat(now - unbroken).isGreaterThanOrEqualTo(2 * LEASE.toNanos());
            }
            var stood = random.nextInt(10) > 0;
            var broken = !stood || !vigil.maySweep(now);
            vigil = vigil.renewed(now, stood);
            assertThat(vigil.interrupted()).isEqualTo(broken);
            vigil = vigil.settled();
            renewed = now;
            unbroken = broken ? now : unbroken;
        }
    }

    private static long at(int seconds) {
        return START + seconds * SECOND;
    }
}
