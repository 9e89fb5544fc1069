package io.eyestalk.realtime;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The time of Redis, which all nodes share whatever their own clocks say. Thread-safe. */
final class RedisClock {
    /** Redis' time minus this process' nanoseconds, in microseconds. */
    private volatile long ahead;

    /**
     * Sets it by an answer to TIME.
     *
     * @param asked when it was asked, by {@link System#nanoTime()}
     * @param answer seconds since 1970, and microseconds of that second, as texts
     */
    void set(long asked, List<String> answer) {
        var then = micros(asked + (System.nanoTime() - asked) / 2);
        var time =
                TimeUnit.SECONDS.toMicros(Long.parseLong(answer.getFirst()))
                        + Long.parseLong(answer.getLast());
        ahead = time - then;
    }

    /** Microseconds since 1970. */
    long now() {
        return micros(System.nanoTime()) + ahead;
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
