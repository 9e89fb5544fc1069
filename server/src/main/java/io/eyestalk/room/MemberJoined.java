package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import java.util.List;

/**
 * Somebody got a seat. With {@link Via#REST} the member counts as away until {@link
 * Presence#connected} is told that the connection is alive.
 *
 * @param others who was there already
 */
public record MemberJoined(
        Room room,
        Member member,
        ConnectionId connection,
        List<Member> others,
        String resumeToken,
        Via via) {
    public MemberJoined {
        others = List.copyOf(others);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "MemberJoined[" + room.id() + ", " + member.id() + ", " + via + "]";
    }
}
