package io.eyestalk.room;

import java.time.Duration;

/** The only node there can be, since its database lives inside the process. */
final class SoleLease implements Lease {
    /** Also the time after which a sweep that failed is tried again. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    @Override
    public boolean isSole() {
        return true;
    }

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public boolean mayJudge() {
        return false;
    }

    @Override
    public boolean wasInterrupted() {
        return false;
    }

    @Override
    public void settle() {
        // never interrupted
    }

    @Override
    public Duration longestPause() {
        return LONGEST_PAUSE;
    }
}
