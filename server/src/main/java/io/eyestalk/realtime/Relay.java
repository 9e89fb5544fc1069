package io.eyestalk.realtime;

/** The way of news to all nodes, this one included. */
interface Relay {
    /** Passes news on. */
    Delivery publish(News news);

    /** Whether {@link #publish} never waits. */
    boolean neverWaits();
}
