package io.eyestalk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialQueueTest {
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final SerialQueue queue = new SerialQueue(started::add, 2);

    @Test
    void runsTasksInTheOrderTheyCame() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = new SerialQueue(threads, 1000);
            var order = new ArrayList<Integer>();
            var last = new CountDownLatch(1);

            IntStream.range(0, 1000).forEach(i -> busy.offer(() -> order.add(i)));
            busy.add(last::countDown);

            assertThat(last.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(order).containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        }
    }

    @Test
    void refusesMoreThanMayWait() {
        queue.offer(() -> done.add("first"));
        queue.offer(() -> done.add("second"));

        var third = queue.offer(() -> done.add("third"));

        assertThat(third).isFalse();
        runStarted();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void takesAFarewellHoweverManyWait() {
        queue.offer(() -> done.add("first"));
        queue.offer(() -> done.add("second"));

        queue.add(() -> done.add("farewell"));

        runStarted();
        assertThat(done).containsExactly("first", "second", "farewell");
    }

    @Test
    void runsAtOnceWhenNothingWaits() {
        var ran = queue.runNow(() -> done.add("now"));

        assertThat(ran).isTrue();
        assertThat(done).containsExactly("now");
    }

    @Test
    void doesNotOvertakeWhatWaits() {
        queue.offer(() -> done.add("first"));

        var ran = queue.runNow(() -> done.add("overtaking"));

        assertThat(ran).isFalse();
        runStarted();
        assertThat(done).containsExactly("first");
    }

    @Test
    void goesOnAfterATaskThatRanAtOnceQueuedAnother() {
        queue.runNow(() -> queue.offer(() -> done.add("queued meanwhile")));

        runStarted();

        assertThat(done).containsExactly("queued meanwhile");
    }

    @Test
    void goesOnAfterATaskThatFailed() {
        var failures = new ArrayList<Throwable>();
        var thread = new Thread(this::runStarted);
        thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
        queue.offer(
                () -> {
                    throw new IllegalStateException("on purpose");
                });
        queue.offer(() -> done.add("next"));

        thread.start();
        join(thread);

        assertThat(failures).hasSize(1);
        assertThat(done).containsExactly("next");
    }

    private void runStarted() {
        for (var task = started.poll(); task != null; task = started.poll()) {
            task.run();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
