package io.eyestalk.room;

import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;

/** Which room is meant: by its title or by its id. */
public sealed interface RoomRef {
    /** The room that has this title now. */
    record ByName(RoomName name) implements RoomRef {}

    /** Exactly this room. */
    record ById(RoomId id) implements RoomRef {}

    static RoomRef byName(RoomName name) {
        return new ByName(name);
    }

    static RoomRef byId(RoomId id) {
        return new ById(id);
    }
}
