package io.eyestalk.room;

import java.time.Duration;

/**
 * What this node may do about seats, which follows from how it stands with the others. Never blocks
 * and never touches the database.
 */
interface Lease {
    /** Whether no other node can share the database: everybody's seats are this node's then. */
    boolean isSole();

    /** Whether this node looks after its seats for certain, so that it may take them away. */
    boolean isHeld();

    /** Whether it has seen enough of the others to take one whose lease has ended for dead. */
    boolean mayJudge();

    /**
     * Whether there was a time, not {@link #settle settled} yet, when this node could not look
     * after its seats. The start counts as the end of one.
     */
    boolean wasInterrupted();

    /** What the interruption called for is done. */
    void settle();

    /** After which time others may have changed something that this node has to look after. */
    Duration longestPause();
}
