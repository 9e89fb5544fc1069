package io.eyestalk.activity;

import io.eyestalk.activity.ActivitySink.Written;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings documents to one sink in a thread of its own, so that a slow sink holds up neither people
 * nor other sinks. What could not be written is tried again, longer and longer apart.
 */
final class SinkWorker {
    private static final Logger log = LoggerFactory.getLogger(SinkWorker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final Duration GIVING_UP = Duration.ofSeconds(2);

    private final ActivitySink sink;
    private final ActivityProperties properties;
    private final ActivityQueue queue;
    private final Backlog backlog;
    private final SinkMetrics metrics;
    private final Backoff backoff =
            new Backoff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
    private @Nullable Thread thread;
    private long tidyAt = System.nanoTime();
    private volatile long endAt;

    SinkWorker(ActivitySink sink, ActivityProperties properties, MeterRegistry registry) {
        this.sink = sink;
        this.properties = properties;
        this.queue = new ActivityQueue(properties.queue());
        var spill = properties.spill().of(sink);
        this.backlog = new Backlog(queue, spill, properties.batch());
        this.metrics = new SinkMetrics(registry, sink.name(), queue, spill);
    }

    /** Takes a document to be written soon. Never waits. */
    void offer(ActivityDocument document) {
        queue.offer(document);
    }

    /** Begins to write; again after {@link #stop}, since a host may be paused and go on. */
    void start() {
        queue.open();
        thread = Thread.ofPlatform().daemon().name("activity-" + sink.name()).start(this::run);
    }

    /**
     * Writes what waits, if the sink takes it in time, and keeps the rest on disk. Never interrupts
     * the thread: an interrupt closes the file of the embedded database.
     */
    void stop() {
        endAt = System.nanoTime() + LAST_WORDS.toNanos();
        queue.close();
        try {
            if (thread != null && !thread.join(LAST_WORDS)) {
                sink.giveUp();
                if (!thread.join(GIVING_UP)) {
                    log.warn("event=activity-left sink={} waiting={}", sink.name(), queue.size());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            backlog.open();
            while (!queue.isClosed()) {
                step();
            }
            finish();
        } catch (InterruptedException unexpected) {
            log.error("event=activity-worker-interrupted sink={}", sink.name(), unexpected);
        }
    }

    private void step() throws InterruptedException {
        tidyIfDue();
        if (!writes(backlog.next(untilTidy(), properties.linger()))) {
            backlog.pause(backoff.next());
        }
    }

    /** Goes on until nothing is left, time is up, or the sink does not take something. */
    private void finish() throws InterruptedException {
        var left = backlog.next(Duration.ZERO, Duration.ZERO);
        while (!left.isEmpty() && writes(left) && endAt - System.nanoTime() > 0) {
            left = backlog.next(Duration.ZERO, Duration.ZERO);
        }
        var lost = backlog.close();
        if (lost > 0) {
            log.warn("event=activity-lost sink={} count={}", sink.name(), lost);
        }
    }

    private boolean writes(List<ActivityDocument> batch) {
        var again = attempt(batch);
        backlog.settle(batch, again);
        return again.isEmpty();
    }

    /**
     * Writes a batch.
     *
     * @return what has to be tried again
     */
    private List<ActivityDocument> attempt(List<ActivityDocument> batch) {
        if (batch.isEmpty()) {
            return batch;
        }
        try {
            return settle(batch, sink.write(batch));
        } catch (SinkAwayException away) {
            metrics.failed();
            log.warn("event=activity-sink-away sink={} cause={}", sink.name(), away.getMessage());
        } catch (RuntimeException bug) {
            metrics.failed();
            log.error("event=activity-sink-failed sink={}", sink.name(), bug);
        }
        return batch;
    }

    private List<ActivityDocument> settle(List<ActivityDocument> batch, Written result) {
        result.refused()
                .forEach(
                        document ->
                                log.error(
                                        "event=activity-refused sink={} document={}",
                                        sink.name(),
                                        document));
        metrics.refused(result.refused().size());
        metrics.written(batch.size() - result.refused().size() - result.again().size());
        if (result.again().isEmpty()) {
            backoff.reset();
        } else {
            metrics.failed();
        }
        return result.again();
    }

    private void tidyIfDue() {
        if (untilTidy().isPositive()) {
            return;
        }
        tidyAt = System.nanoTime() + TIDY_EVERY.toNanos();
        try {
            sink.tidy();
        } catch (SinkAwayException away) {
            log.warn("event=activity-not-tidied sink={} cause={}", sink.name(), away.getMessage());
        } catch (RuntimeException bug) {
            log.error("event=activity-not-tidied sink={}", sink.name(), bug);
        }
    }

    private Duration untilTidy() {
        return Duration.ofNanos(tidyAt - System.nanoTime());
    }
}
