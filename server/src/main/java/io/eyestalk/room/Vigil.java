package io.eyestalk.room;

import java.time.Duration;

/**
 * What a node may conclude from the renewals of its own lease. Times are nanoseconds as {@link
 * System#nanoTime} gives them: no wall clock has a say in it.
 *
 * <p>For half a lease after a renewal the node is certain that nobody took it for dead, with time
 * left for what it does meanwhile. A longer gap interrupts it. Others are judged only after two
 * leases without a gap: when a database comes back, everybody's lease has ended, and those who are
 * alive need time to reach it again (the pool pauses for up to 5 s between its attempts).
 *
 * @param lease how long a renewal holds
 * @param since when the unbroken row of renewals began
 * @param last when the newest renewal was asked for
 * @param interrupted whether a gap ended and nothing was done about it yet
 */
record Vigil(Duration lease, long since, long last, boolean interrupted) {
    /** With the first renewal. Whatever was before it was a gap. */
    static Vigil begin(Duration lease, long now) {
        return new Vigil(lease, now, now, true);
    }

    /**
     * After another renewal.
     *
     * @param stood whether the lease still stood in the database. It may have ended although little
     *     time has passed here: nanoTime stops while a machine is suspended.
     */
    Vigil renewed(long now, boolean stood) {
        return stood && maySweep(now)
                ? new Vigil(lease, since, now, interrupted)
                : new Vigil(lease, now, now, true);
    }

    /** What the gap called for is done. */
    Vigil settled() {
        return new Vigil(lease, since, last, false);
    }

    /** Whether the node may take away its own seats. */
    boolean maySweep(long now) {
        return now - last < lease.toNanos() / 2;
    }

    /** Whether the node may take others for dead whose lease has ended. */
    boolean mayJudge(long now) {
        return maySweep(now) && now - since >= 2 * lease.toNanos();
    }
}
