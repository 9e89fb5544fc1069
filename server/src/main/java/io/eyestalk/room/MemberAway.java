package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;

/** The connection of a member dropped; the seat is kept for now. */
public record MemberAway(Room room, Member member, ConnectionId connection) {}
