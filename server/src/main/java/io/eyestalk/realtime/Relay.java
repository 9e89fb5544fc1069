package io.eyestalk.realtime;

import java.util.function.Predicate;

/** Carries news to all nodes, this one included. */
interface Relay {
    /**
     * Passes news on.
     *
     * @return false when it is certain that nobody got it
     */
    boolean publish(News news);

    /** Gives this node's share of all news to {@code delivery}, which tells if anybody got it. */
    void deliverTo(Predicate<News> delivery);
}
