package io.eyestalk.room;

import org.jspecify.annotations.Nullable;

/** A room with what nobody may see. */
record StoredRoom(Room room, @Nullable String passwordHash) {
    @Override
    public String toString() {
        return "StoredRoom[" + room.id() + "]";
    }
}
