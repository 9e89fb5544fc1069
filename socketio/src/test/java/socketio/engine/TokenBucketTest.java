package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final TokenBucket bucket = new TokenBucket(10, 30, 0);

    @Test
    void allowsABurstAndNotOneMore() {
        assertThat(taken(40, 0)).isEqualTo(30);
    }

    @Test
    void refillsWithTime() {
        taken(30, 0);

        assertThat(taken(40, Duration.ofMillis(500).toNanos())).isEqualTo(5);
        assertThat(taken(40, Duration.ofMillis(1_500).toNanos())).isEqualTo(10);
    }

    @Test
    void savesNoMoreThanABurst() {
        assertThat(taken(100, Duration.ofHours(1).toNanos())).isEqualTo(30);
    }

    private long taken(int tries, long nanoTime) {
        return LongStream.range(0, tries).filter(_ -> bucket.take(nanoTime)).count();
    }
}
