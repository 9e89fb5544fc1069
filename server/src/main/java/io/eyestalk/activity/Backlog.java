package io.eyestalk.activity;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one sink has not taken yet: new documents in memory; once the sink fails, on disk until all
 * of that is written. Used by the sink's thread. Without a usable disk everything stays in memory.
 */
final class Backlog {
    private static final Logger log = LoggerFactory.getLogger(Backlog.class);

    /** How long a document may wait for others to be written to disk with. */
    private static final Duration TO_DISK = Duration.ofSeconds(1);

    private final ActivityQueue queue;
    private final Spill spill;
    private final int most;

    /** Out of the queue and not on disk: about to be written. */
    private List<ActivityDocument> inHand = List.of();

    /**
     * @param most documents given at once
     */
    Backlog(ActivityQueue queue, Spill spill, int most) {
        this.queue = queue;
        this.spill = spill;
        this.most = most;
    }

    /** Finds what was left on disk the last time. */
    void open() {
        try {
            spill.open();
        } catch (IOException unusable) {
            log.warn("event=spill-unusable", unusable);
        }
    }

    /**
     * The documents to write next, the oldest first.
     *
     * @param patience how long to wait for the first
     * @param linger how long to wait for others after it
     * @return nothing if none came in time; not to be asked again before {@link #settle}
     */
    List<ActivityDocument> next(Duration patience, Duration linger) throws InterruptedException {
        if (inHand.isEmpty() && !spill.isEmpty()) {
            return nextOnDisk();
        }
        if (inHand.isEmpty()) {
            inHand = queue.take(most, patience, linger);
        }
        return inHand;
    }

    /**
     * What became of those that {@link #next} gave.
     *
     * @param again those that are to be written once more
     */
    void settle(List<ActivityDocument> batch, List<ActivityDocument> again) {
        if (!inHand.isEmpty()) {
            inHand = again.isEmpty() || store(again) ? List.of() : again;
        } else if (!again.equals(batch) && (again.isEmpty() || store(again))) {
            forgetHead();
        }
    }

    /** Waits, or until the queue is closed, and keeps on disk what comes meanwhile. */
    void pause(Duration length) throws InterruptedException {
        var end = System.nanoTime() + length.toNanos();
        var left = length;
        while (left.isPositive() && !queue.isClosed()) {
            if (!spillsInHand()) {
                queue.pause(left);
                return;
            }
            inHand = queue.take(most, left, left.compareTo(TO_DISK) < 0 ? left : TO_DISK);
            left = Duration.ofNanos(end - System.nanoTime());
        }
        spillsInHand();
    }

    /**
     * Keeps what is left for the next time.
     *
     * @return how many are lost, since there is no disk to keep them on
     */
    int close() throws InterruptedException {
        var lost = 0;
        do {
            lost += spillsInHand() ? 0 : inHand.size();
            inHand = queue.take(most, Duration.ZERO, Duration.ZERO);
        } while (!inHand.isEmpty());
        try {
            spill.close();
        } catch (IOException failure) {
            log.error("event=spill-failed", failure);
        }
        return lost;
    }

    private List<ActivityDocument> nextOnDisk() throws InterruptedException {
        // In order, and so that memory has room while old ones are written.
        do {
            inHand = queue.take(most, Duration.ZERO, Duration.ZERO);
        } while (!inHand.isEmpty() && spillsInHand());
        if (!inHand.isEmpty()) {
            return inHand;
        }
        try {
            return spill.head(most);
        } catch (IOException unreadable) {
            log.error("event=spill-unreadable", unreadable);
            return List.of();
        }
    }

    /** Whether nothing is in hand any more. */
    private boolean spillsInHand() {
        if (inHand.isEmpty() || store(inHand)) {
            inHand = List.of();
        }
        return inHand.isEmpty();
    }

    private boolean store(List<ActivityDocument> documents) {
        try {
            spill.append(documents);
            return true;
        } catch (IOException full) {
            log.error("event=spill-failed count={}", documents.size(), full);
            return false;
        }
    }

    private void forgetHead() {
        try {
            spill.removeHead();
        } catch (IOException failure) {
            log.error("event=spill-failed", failure);
        }
    }
}
