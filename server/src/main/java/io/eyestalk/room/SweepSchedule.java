package io.eyestalk.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the sweeper when the next thing is due, on one thread. Starts before the web server, so that
 * nobody resumes before everybody counts as away.
 */
@Component
class SweepSchedule implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SweepSchedule.class);

    /** Also the time after which a failed sweep is tried again, or another node's work is seen. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Sweeper sweeper;
    private final DueTimes dueTimes;
    private final Storage storage;
    private final SweepAlarm alarm;
    private final Clock clock;
    private final AtomicBoolean planning = new AtomicBoolean();
    private @Nullable ScheduledThreadPoolExecutor thread;
    private @Nullable ScheduledFuture<?> next;

    SweepSchedule(
            Sweeper sweeper, DueTimes dueTimes, Storage storage, SweepAlarm alarm, Clock clock) {
        this.sweeper = sweeper;
        this.dueTimes = dueTimes;
        this.storage = storage;
        this.alarm = alarm;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var awaited = sweeper.adopt();
        if (awaited > 0) {
            log.info("event=members-awaited count={}", awaited);
        }
        var factory = Thread.ofPlatform().daemon().name("room-sweeper").factory();
        var executor = new ScheduledThreadPoolExecutor(1, factory);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread = executor;
        alarm.setListener(this::planSoon);
        planSoon();
    }

    @Override
    public synchronized void stop() {
        alarm.setListener(() -> {});
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /**
     * Before the web server, and until after it: whoever resumed before everybody was counted as
     * away would be counted as away again.
     */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Many changes in a row lead to one look at the due times. */
    private void planSoon() {
        var executor = executor();
        if (executor != null && planning.compareAndSet(false, true)) {
            executor.execute(this::plan);
        }
    }

    private void plan() {
        planning.set(false);
        schedule(pause());
    }

    private void sweepAndPlan() {
        try {
            sweeper.sweep();
            schedule(pause());
        } catch (RuntimeException failure) {
            log.warn("event=sweep-failed cause={}", failure.toString());
            schedule(LONGEST_PAUSE);
        }
    }

    private Duration pause() {
        try {
            return storage.use(dueTimes::next).map(this::until).orElse(LONGEST_PAUSE);
        } catch (RuntimeException failure) {
            log.warn("event=sweep-planning-failed cause={}", failure.toString());
            return LONGEST_PAUSE;
        }
    }

    private Duration until(Instant due) {
        var wait = Duration.between(clock.instant(), due);
        return wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
    }

    private synchronized void schedule(Duration pause) {
        if (next != null) {
            next.cancel(false);
        }
        if (thread != null) {
            // One millisecond more, since delays are whole ones and due times are not.
            var delay = Math.max(0, pause.toMillis()) + 1;
            next = thread.schedule(this::sweepAndPlan, delay, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized @Nullable ScheduledThreadPoolExecutor executor() {
        return thread;
    }
}
