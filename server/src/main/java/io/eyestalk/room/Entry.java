package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import java.util.List;
import java.util.Optional;

/**
 * A seat that was given, or given back.
 *
 * @param others the other members, in the order they joined
 * @param resumeToken brings this member back on another connection; a secret of the client
 * @param returning whether the member had the seat already
 * @param replaced the older connection of this member, which should be closed
 */
public record Entry(
        Room room,
        Member self,
        List<Member> others,
        String resumeToken,
        boolean returning,
        Optional<ConnectionId> replaced) {
    public Entry {
        others = List.copyOf(others);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Entry[" + room.id() + ", " + self.id() + ", returning=" + returning + "]";
    }
}
