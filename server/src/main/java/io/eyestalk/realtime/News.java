package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;

/** Something to be told, and to whom. */
record News(Audience audience, String event, Object payload) {
    /** Who is to hear of it. */
    sealed interface Audience {
        record One(RoomId room, MemberId member) implements Audience {}

        record Everyone(RoomId room) implements Audience {}

        record Others(RoomId room, MemberId except) implements Audience {}

        record Lobby() implements Audience {}
    }
}
