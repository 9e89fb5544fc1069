package io.eyestalk.realtime;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs the tasks of one connection one after the other, wherever the executor puts them. */
final class SerialQueue {
    private final Executor executor;
    private final int limit;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(0);
    private boolean running;

    SerialQueue(Executor executor, int limit) {
        this.executor = executor;
        this.limit = limit;
    }

    /** Queues a task, unless as many as the limit wait already. */
    boolean offer(Runnable task) {
        return enqueue(task, limit);
    }

    /** Queues a task however many wait. */
    void add(Runnable task) {
        enqueue(task, Integer.MAX_VALUE);
    }

    /** Runs a task in the caller's thread if nothing runs or waits, and tells whether it did. */
    boolean runNow(Runnable task) {
        synchronized (waiting) {
            if (running) {
                return false;
            }
            running = true;
        }
        try {
            task.run();
        } finally {
            passOn();
        }
        return true;
    }

    private boolean enqueue(Runnable task, int bound) {
        synchronized (waiting) {
            if (waiting.size() >= bound) {
                return false;
            }
            waiting.add(task);
            if (running) {
                return true;
            }
            running = true;
        }
        executor.execute(this::runAll);
        return true;
    }

    private void runAll() {
        for (var task = next(); task != null; task = next()) {
            runSafely(task);
        }
    }

    /** A task that throws must not keep the next ones waiting for ever. */
    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private void passOn() {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                running = false;
                return;
            }
        }
        executor.execute(this::runAll);
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            var task = waiting.poll();
            running = task != null;
            return task;
        }
    }
}
