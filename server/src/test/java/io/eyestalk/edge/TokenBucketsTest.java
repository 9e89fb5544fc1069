package io.eyestalk.edge;

import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.ManualClock;
import io.eyestalk.shared.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final ManualClock clock = new ManualClock();
    private final TokenBuckets limits = new TokenBuckets(properties(true), clock);

    @Test
    void theEleventhGuessHasToWaitForTheRestOfTheWindow() {
        takeTimes(10, Limit.WRONG_PASSWORD_IN_ROOM);
        clock.advance(Duration.ofMinutes(4));

        var refusal = refusalOf(() -> limits.require(Limit.WRONG_PASSWORD_IN_ROOM, "a"));

        assertThat(refusal.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(6));
        assertThat(refusal.retryAfterSeconds()).contains(360L);
    }

    @Test
    void noGuessComesBackBeforeTheWindowIsOver() {
        takeTimes(10, Limit.WRONG_PASSWORD_IN_ROOM);

        clock.advance(TEN_MINUTES.minusMillis(1));
        refusalOf(() -> limits.take(Limit.WRONG_PASSWORD_IN_ROOM, "a"));
        clock.advance(Duration.ofMillis(1));

        assertThatNoException().isThrownBy(() -> takeTimes(10, Limit.WRONG_PASSWORD_IN_ROOM));
    }

    @Test
    void keysAndLimitsAreCountedApart() {
        takeTimes(10, Limit.WRONG_PASSWORD_IN_ROOM);

        assertThatNoException()
                .isThrownBy(() -> limits.take(Limit.WRONG_PASSWORD_IN_ROOM, "another"));
        assertThatNoException().isThrownBy(() -> limits.take(Limit.WRONG_PASSWORD, "a"));
    }

    @Test
    void askingCountsNothing() {
        for (var i = 0; i < 100; i++) {
            limits.require(Limit.WRONG_PASSWORD_IN_ROOM, "a");
        }

        assertThatNoException().isThrownBy(() -> takeTimes(10, Limit.WRONG_PASSWORD_IN_ROOM));
    }

    @Test
    void chatComesBackBitByBit() {
        takeTimes(20, Limit.CHAT_MESSAGE);
        refusalOf(() -> limits.take(Limit.CHAT_MESSAGE, "a"));

        clock.advance(Duration.ofMillis(250));
        limits.take(Limit.CHAT_MESSAGE, "a");

        var refusal = refusalOf(() -> limits.take(Limit.CHAT_MESSAGE, "a"));
        assertThat(refusal.retryAfter()).contains(Duration.ofMillis(250));
    }

    @Test
    void limitsCanBeTurnedOff() {
        var off = new TokenBuckets(properties(false), clock);

        for (var i = 0; i < 1000; i++) {
            off.take(Limit.CREATE_ROOM, "a");
        }

        assertThat(off.rateOf(Limit.CREATE_ROOM)).isEmpty();
        assertThatNoException().isThrownBy(() -> off.require(Limit.CREATE_ROOM, "a"));
    }

    @Test
    void theSizesAreTheDocumentedOnes() {
        assertThat(limits.rateOf(Limit.CREATE_ROOM).orElseThrow().burst()).isEqualTo(60);
        assertThat(limits.rateOf(Limit.ENTER_ROOM).orElseThrow().burst()).isEqualTo(240);
        assertThat(limits.rateOf(Limit.WRONG_PASSWORD).orElseThrow().per()).isEqualTo(TEN_MINUTES);
        assertThat(limits.rateOf(Limit.SOCKET_EVENT).orElseThrow().refill()).isEqualTo(100);
    }

    private void takeTimes(int times, Limit limit) {
        for (var i = 0; i < times; i++) {
            limits.take(limit, "a");
        }
    }

    private static LimitProperties properties(boolean enabled) {
        return new LimitProperties(
                enabled,
                10,
                50,
                TEN_MINUTES,
                60,
                240,
                20,
                4,
                300,
                100,
                10,
                50,
                Duration.ofMinutes(15),
                120);
    }
}
