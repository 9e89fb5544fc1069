package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import org.jspecify.annotations.Nullable;
import socketio.server.EncodedEvent;

/** Something to be told, and to whom. Encoded when somebody needs it, and once. For one thread. */
final class News {
    private final Audience audience;
    private final String event;
    private final Object payload;
    private @Nullable EncodedEvent encoded;

    News(Audience audience, String event, Object payload) {
        this.audience = audience;
        this.event = event;
        this.payload = payload;
    }

    Audience audience() {
        return audience;
    }

    EncodedEvent encoded() {
        var known = encoded;
        if (known == null) {
            known = EncodedEvent.of("/", event, payload);
            encoded = known;
        }
        return known;
    }

    /** Who is to hear of it. */
    sealed interface Audience {
        /** News of one room. */
        sealed interface OfRoom extends Audience {
            RoomId room();
        }

        record One(RoomId room, MemberId member) implements OfRoom {}

        record Everyone(RoomId room) implements OfRoom {}

        record Others(RoomId room, MemberId except) implements OfRoom {}

        record Lobby() implements Audience {}
    }
}
