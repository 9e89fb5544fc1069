package io.eyestalk.room;

import io.eyestalk.shared.NodeId;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Renews the lease of this node, one of those that share a database, from before its first visitor
 * until after its last.
 */
final class LeaseKeeper implements Lease, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Longer than the statements of a beat may take. */
    private static final Duration LAST_BEAT = Duration.ofSeconds(4);

    private final Leases leases;
    private final NodeId self;
    private final DatabaseTime time;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Vigil> vigil = new AtomicReference<>();
    private @Nullable ScheduledThreadPoolExecutor beats;

    /**
     * @param nanoTime see {@link System#nanoTime}
     */
    private LeaseKeeper(Leases leases, NodeId self, DatabaseTime time, LongSupplier nanoTime) {
        this.leases = leases;
        this.self = self;
        this.time = time;
        this.nanoTime = nanoTime;
    }

    /** Looks at the clock of the database for the first time. */
    static LeaseKeeper open(Leases leases, NodeId self, LongSupplier nanoTime) {
        var time = new DatabaseTime(nanoTime, look(leases, nanoTime));
        return new LeaseKeeper(leases, self, time, nanoTime);
    }

    DatabaseTime time() {
        return time;
    }

    /** Fails when the database is away: a node without a lease must not have visitors. */
    @Override
    public synchronized void start() {
        beat();
        var factory = Thread.ofPlatform().daemon().name("lease").factory();
        var executor = new ScheduledThreadPoolExecutor(1, factory);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var _ =
                executor.scheduleWithFixedDelay(
                        this::beatOrLog, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        beats = executor;
    }

    @Override
    public synchronized void stop() {
        var executor = beats;
        beats = null;
        if (executor == null) {
            return;
        }
        executor.shutdown();
        try {
            // without a beat of late the database is away, and the lease ends by itself
            if (executor.awaitTermination(LAST_BEAT.toMillis(), TimeUnit.MILLISECONDS)
                    && isHeld()) {
                leases.giveBack(self, time.instant());
                log.info("event=lease-given-back node={}", self);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            log.warn("event=lease-not-given-back cause={}", away.toString());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return beats != null;
    }

    /** Around everything that changes seats, the sweeper included: first to start, last to stop. */
    @Override
    public int getPhase() {
        return -1;
    }

    @Override
    public boolean isSole() {
        return false;
    }

    @Override
    public boolean isHeld() {
        var now = vigil.get();
        return now != null && now.maySweep(nanoTime.getAsLong());
    }

    @Override
    public boolean mayJudge() {
        var now = vigil.get();
        return now != null && now.mayJudge(nanoTime.getAsLong());
    }

    @Override
    public boolean wasInterrupted() {
        var now = vigil.get();
        return now != null && now.interrupted();
    }

    @Override
    public void settle() {
        vigil.updateAndGet(now -> now == null ? null : now.settled());
    }

    @Override
    public Duration longestPause() {
        return BEAT;
    }

    private void beatOrLog() {
        try {
            beat();
        } catch (RuntimeException away) {
            log.warn("event=lease-not-renewed cause={}", away.toString());
        }
    }

    private void beat() {
        var look = look(leases, nanoTime);
        time.correct(look);
        var until = look.said().plus(LEASE);
        var stood = leases.renew(self, look.said(), until);
        if (!stood) {
            leases.grant(self, look.said(), until);
            log.info("event=lease-begun node={} lease={}", self, LEASE);
        }
        vigil.updateAndGet(
                before ->
                        before == null
                                ? Vigil.begin(LEASE, look.before())
                                : before.renewed(look.before(), stood));
    }

    private static DatabaseTime.Look look(Leases leases, LongSupplier nanoTime) {
        var before = nanoTime.getAsLong();
        var said = leases.now();
        return new DatabaseTime.Look(before, said, nanoTime.getAsLong());
    }
}
