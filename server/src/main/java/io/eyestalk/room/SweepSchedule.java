package io.eyestalk.room;

import java.time.Clock;
import java.time.Duration;
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

    private final Sweeper sweeper;
    private final DueTimes dueTimes;
    private final Storage storage;
    private final SweepAlarm alarm;
    private final Lease lease;
    private final Clock clock;
    private final AtomicBoolean planning = new AtomicBoolean();
    private @Nullable ScheduledThreadPoolExecutor thread;
    private @Nullable ScheduledFuture<?> next;
    private volatile long lastSweep = System.nanoTime();

    SweepSchedule(
            Sweeper sweeper,
            DueTimes dueTimes,
            Storage storage,
            SweepAlarm alarm,
            Lease lease,
            Clock clock) {
        this.sweeper = sweeper;
        this.dueTimes = dueTimes;
        this.storage = storage;
        this.alarm = alarm;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        sweeper.begin();
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
        lastSweep = System.nanoTime();
        try {
            sweeper.sweep();
            schedule(pause());
        } catch (RuntimeException failure) {
            log.warn("event=sweep-failed cause={}", failure.toString());
            schedule(lease.longestPause());
        }
    }

    private Duration pause() {
        var longest = longestPause();
        if (!lease.isHeld()) {
            return longest;
        }
        try {
            return storage.use(dueTimes::next)
                    .map(due -> Duration.between(clock.instant(), due))
                    .filter(wait -> wait.compareTo(longest) < 0)
                    .orElse(longest);
        } catch (RuntimeException failure) {
            log.warn("event=sweep-planning-failed cause={}", failure.toString());
            return longest;
        }
    }

    /** Counts from the last sweep: changes without end must not put it off without end. */
    private Duration longestPause() {
        return lease.longestPause().minusNanos(System.nanoTime() - lastSweep);
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
