package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;

/** Hears that people of a room came to this node or went. May wait a moment, holding no lock. */
@FunctionalInterface
interface RoomWatch {
    void changed(RoomId room);
}
