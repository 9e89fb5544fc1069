package io.eyestalk.room;

import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomName;
import org.jspecify.annotations.Nullable;

/**
 * A room to be created.
 *
 * @param capacity 2 up to the configured maximum, checked by {@link RoomCatalog#create}
 * @param password 1 to 100 characters; null or empty for a room without one
 * @param creator the name of whoever creates it; they enter later, as everybody does
 */
public record NewRoom(RoomName name, int capacity, @Nullable String password, Nickname creator) {
    /** Without the password. */
    @Override
    public String toString() {
        return "NewRoom[" + name + ", " + capacity + "]";
    }
}
