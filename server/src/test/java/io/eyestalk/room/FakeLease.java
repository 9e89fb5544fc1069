package io.eyestalk.room;

import java.time.Duration;

/** A lease that is as a test says; that of a sole node unless it says so. */
final class FakeLease implements Lease {
    private boolean sole = true;
    private boolean held = true;
    private boolean judging;
    private boolean interrupted;

    /** From now on there are others, and this node knows enough of them. */
    FakeLease amongOthers() {
        sole = false;
        judging = true;
        return this;
    }

    void setHeld(boolean now) {
        held = now;
    }

    void setJudging(boolean now) {
        judging = now;
    }

    void interrupt() {
        interrupted = true;
    }

    @Override
    public boolean isSole() {
        return sole;
    }

    @Override
    public boolean isHeld() {
        return held;
    }

    @Override
    public boolean mayJudge() {
        return judging;
    }

    @Override
    public boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public void settle() {
        interrupted = false;
    }

    @Override
    public Duration longestPause() {
        return Duration.ofSeconds(1);
    }
}
