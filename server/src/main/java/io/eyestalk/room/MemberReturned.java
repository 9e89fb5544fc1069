package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;

/**
 * A member came back on another connection.
 *
 * @param fresh whether the page was reloaded, so that its old peer connections are dead
 */
public record MemberReturned(Room room, Member member, boolean fresh, ConnectionId connection) {}
