package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ActivityQueueTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void theOldestMakeRoomAndAreCounted() throws InterruptedException {
        var queue = new ActivityQueue(3);

        Documents.numbered(0, 5).forEach(queue::offer);

        assertThat(queue.size()).isEqualTo(3);
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(queue.take(10, Duration.ZERO, Duration.ZERO))
                .isEqualTo(Documents.numbered(2, 5));
    }

    @Test
    void aFullBatchDoesNotLinger() throws InterruptedException {
        var queue = new ActivityQueue(10);
        Documents.numbered(0, 5).forEach(queue::offer);

        var batch = queue.take(4, LONG, LONG);

        assertThat(batch).isEqualTo(Documents.numbered(0, 4));
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void givesNothingWhenNothingComesInTime() throws InterruptedException {
        var queue = new ActivityQueue(10);

        assertThat(queue.take(10, Duration.ofMillis(1), LONG)).isEmpty();
    }

    @Test
    void closingEndsEveryWaitAndLosesNothing() throws InterruptedException {
        var queue = new ActivityQueue(10);
        var waits = new CountDownLatch(1);
        var batch =
                CompletableFuture.supplyAsync(
                        () -> {
                            waits.countDown();
                            return take(queue);
                        });
        waits.await();
        queue.offer(Documents.numbered(0));

        queue.close();

        assertThat(batch.join()).containsExactly(Documents.numbered(0));
        queue.offer(Documents.numbered(1));
        assertThat(take(queue)).containsExactly(Documents.numbered(1));
        queue.pause(LONG);
    }

    private static List<ActivityDocument> take(ActivityQueue queue) {
        try {
            return queue.take(10, LONG, LONG);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
