package io.eyestalk.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of the database, which all nodes share: what it said when it was looked at, and what has
 * passed since. The wall clock of this machine is never read, so it may be wrong by any amount.
 */
final class DatabaseTime implements InstantSource {
    private final LongSupplier nanoTime;

    /** The time of the database when {@link #nanoTime} was 0. */
    private volatile Instant origin;

    /**
     * @param nanoTime see {@link System#nanoTime}
     */
    DatabaseTime(LongSupplier nanoTime, Look first) {
        this.nanoTime = nanoTime;
        this.origin = first.earliestOrigin().plusNanos((first.after - first.before) / 2);
    }

    /**
     * One look at the clock of the database.
     *
     * @param before nanoTime when it was asked
     * @param said what it answered: true at some moment between the two
     * @param after nanoTime when the answer was there
     */
    record Look(long before, Instant said, long after) {
        private Instant earliestOrigin() {
            return said.minusNanos(after);
        }

        private Instant latestOrigin() {
            return said.minusNanos(before);
        }
    }

    /** Corrects the time as far as this look proves it wrong: a slow one proves little. */
    void correct(Look look) {
        if (origin.isBefore(look.earliestOrigin())) {
            origin = look.earliestOrigin();
        } else if (origin.isAfter(look.latestOrigin())) {
            origin = look.latestOrigin();
        }
    }

    @Override
    public Instant instant() {
        return origin.plusNanos(nanoTime.getAsLong());
    }
}
