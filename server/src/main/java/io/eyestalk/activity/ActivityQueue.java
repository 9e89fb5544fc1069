package io.eyestalk.activity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Documents that wait to be written, as many as fit; the oldest make room for new ones. Many
 * threads put in, one takes out.
 */
final class ActivityQueue {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<ActivityDocument> waiting = new ArrayDeque<>();
    private boolean closed;
    private long dropped;

    ActivityQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Puts a document in. The lock is never held for longer than it takes to copy a batch. */
    void offer(ActivityDocument document) {
        try (var _ = locked()) {
            if (waiting.size() == capacity) {
                waiting.remove();
                dropped++;
            }
            waiting.add(document);
            changed.signal();
        }
    }

    /**
     * Takes documents out in order: waits for the first one, then a little for more. A closed queue
     * waits for nothing.
     *
     * @param most how many at most
     * @param patience how long to wait for the first
     * @param linger how long to wait for others after it
     * @return nothing if none came in time
     */
    List<ActivityDocument> take(int most, Duration patience, Duration linger)
            throws InterruptedException {
        try (var _ = locked()) {
            await(1, patience);
            if (!waiting.isEmpty()) {
                await(most, linger);
            }
            var batch = new ArrayList<ActivityDocument>(Math.min(most, waiting.size()));
            while (batch.size() < most && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            return batch;
        }
    }

    /** Waits for a while, or until the queue is closed. */
    void pause(Duration length) throws InterruptedException {
        try (var _ = locked()) {
            var left = length.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        }
    }

    /** Waits for documents, again after a {@link #close}. */
    void open() {
        try (var _ = locked()) {
            closed = false;
        }
    }

    /** No more waiting for documents; those in it can still be taken. */
    void close() {
        try (var _ = locked()) {
            closed = true;
            changed.signal();
        }
    }

    boolean isClosed() {
        try (var _ = locked()) {
            return closed;
        }
    }

    /** How many wait now. */
    int size() {
        try (var _ = locked()) {
            return waiting.size();
        }
    }

    /** How many had to make room since the start. */
    long dropped() {
        try (var _ = locked()) {
            return dropped;
        }
    }

    private Held locked() {
        lock.lock();
        return lock::unlock;
    }

    private void await(int enough, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        while (!closed && waiting.size() < enough && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    /** The lock as something to close. */
    private interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
