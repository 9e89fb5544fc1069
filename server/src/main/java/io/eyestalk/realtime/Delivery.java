package io.eyestalk.realtime;

import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;

/** What became of something that was sent. */
public enum Delivery {
    /** It is with everybody who is meant, or on its way and past every point where it can fail. */
    REACHED,
    /** Nobody who is meant is connected. */
    NOBODY,
    /** Somebody is connected to another node, which cannot be told now. Nobody got it. */
    UNAVAILABLE;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /**
     * For messages that somebody must get.
     *
     * @throws RejectedException MEMBER_NOT_FOUND or SERVICE_UNAVAILABLE
     */
    public void requireSomebody() {
        requireRelay();
        if (this == NOBODY) {
            throw new RejectedException(
                    ProblemCode.MEMBER_NOT_FOUND, "That member is not here now.");
        }
    }

    /**
     * For messages to whoever is there.
     *
     * @throws RejectedException SERVICE_UNAVAILABLE
     */
    public void requireRelay() {
        if (this == UNAVAILABLE) {
            throw RejectedException.unavailable(
                    "Other servers cannot be reached now. Nobody got it.", RETRY_AFTER);
        }
    }
}
