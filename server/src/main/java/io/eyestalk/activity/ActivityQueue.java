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
        lock.lock();
        try {
            if (waiting.size() == capacity) {
                waiting.remove();
                dropped++;
            }
            waiting.add(document);
            changed.signal();
        } finally {
            lock.unlock();
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
        lock.lockInterruptibly();
        try {
            await(1, patience);
            if (!waiting.isEmpty()) {
                await(most, linger);
            }
            var batch = new ArrayList<ActivityDocument>(Math.min(most, waiting.size()));
            while (batch.size() < most && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a while, or until the queue is closed. */
    void pause(Duration length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = length.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for documents, again after a {@link #close}. */
    void open() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }

    /** No more waiting for documents; those in it can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait now. */
    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many had to make room since the start. */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private void await(int enough, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        while (!closed && waiting.size() < enough && left > 0) {
            left = changed.awaitNanos(left);
        }
    }
}
