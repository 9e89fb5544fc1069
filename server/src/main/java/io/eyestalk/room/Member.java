package io.eyestalk.room;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.time.Instant;

/**
 * Someone who has a seat in a room.
 *
 * @param away whether no connection of theirs is known now; the seat is kept for a while
 */
public record Member(MemberId id, RoomId room, Nickname nickname, Instant joinedAt, boolean away) {
    /** The same member with a connection. */
    Member present() {
        return new Member(id, room, nickname, joinedAt, false);
    }
}
