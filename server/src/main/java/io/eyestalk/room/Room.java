package io.eyestalk.room;

import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;
import java.time.Instant;

/**
 * A room as anybody may see it.
 *
 * @param capacity how many members it holds
 * @param members how many it has now, away ones included
 * @param locked whether a password is needed
 */
public record Room(
        RoomId id, RoomName name, int capacity, int members, Instant createdAt, boolean locked) {

    /** The same room with another number of members. */
    Room withMembers(int count) {
        return new Room(id, name, capacity, count, createdAt, locked);
    }

    boolean isFull() {
        return members >= capacity;
    }
}
