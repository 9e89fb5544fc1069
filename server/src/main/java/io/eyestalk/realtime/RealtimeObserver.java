package io.eyestalk.realtime;

import io.eyestalk.shared.ProblemCode;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears of what live connections do, for those who count and measure. Called in the middle of the
 * work, by any thread: an observer never waits and never throws.
 */
public interface RealtimeObserver {
    /** Stands for every event that has no handler: clients make up names, measurements must not. */
    String UNKNOWN_EVENT = "unknown";

    /**
     * An event of a client is handled now, on this thread; {@link #answered} follows on it.
     *
     * @param event its name
     * @param waited since its arrival
     */
    default void handling(String event, Duration waited) {}

    /**
     * An event of a client is answered now.
     *
     * @param event its name, or {@link #UNKNOWN_EVENT}
     * @param refusal why it was refused; empty when it was done
     * @param took from its arrival to its answer, waiting for earlier events included
     */
    default void answered(String event, Optional<ProblemCode> refusal, Duration took) {}

    /**
     * News was handed to the connections of this node.
     *
     * @param delay since it was given to the relay
     */
    default void relayed(Duration delay) {}
}
