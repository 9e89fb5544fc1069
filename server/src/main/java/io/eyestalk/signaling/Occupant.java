package io.eyestalk.signaling;

import io.eyestalk.room.Member;
import io.eyestalk.shared.ConnectionId;

import java.util.Optional;

/**
 * A member as the people of a room were told.
 *
 * @param connection that speaks for them; empty when it is not known
 */
record Occupant(Member member, Optional<ConnectionId> connection) {
    /** Whether another connection speaks for them now, as far as both are known. */
    boolean isReplacedBy(Occupant now) {
        return connection.isPresent()
                && now.connection.isPresent()
                && !connection.equals(now.connection);
    }
}
