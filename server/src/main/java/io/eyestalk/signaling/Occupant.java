package io.eyestalk.signaling;

import io.eyestalk.room.Attendance;
import io.eyestalk.room.Member;
import io.eyestalk.shared.ConnectionId;
import java.util.Optional;

/**
 * A member as the people of a room were told.
 *
 * @param connection that speaks for them; empty when it is not known
 * @param node value of the id of the node that has it; empty when it is not known
 */
record Occupant(Member member, Optional<ConnectionId> connection, Optional<String> node) {
    /** A member of whom nothing else is known. */
    static Occupant told(Member member) {
        return new Occupant(member, Optional.empty(), Optional.empty());
    }

    static Occupant of(Attendance.Attendee read) {
        return new Occupant(
                read.member(), Optional.of(read.connection()), Optional.of(read.node()));
    }

    /** Whether another connection speaks for them now, as far as both are known. */
    boolean isReplacedBy(Occupant now) {
        return connection.isPresent()
                && now.connection.isPresent()
                && !connection.equals(now.connection);
    }
}
