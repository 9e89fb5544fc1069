package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import java.util.List;

/**
 * A member came back on another connection.
 *
 * @param fresh whether the page was reloaded, so that its old peer connections are dead
 * @param others the other members
 */
public record MemberReturned(
        Room room, Member member, boolean fresh, ConnectionId connection, List<Member> others) {
    public MemberReturned {
        others = List.copyOf(others);
    }
}
