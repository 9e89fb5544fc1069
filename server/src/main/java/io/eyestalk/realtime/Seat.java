package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;

/**
 * Whom a connection speaks for: a member of a room. Known to the server, never read from a payload.
 */
public record Seat(RoomId room, MemberId member, Nickname nickname) {}
