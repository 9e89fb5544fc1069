package io.eyestalk.signaling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.room.Room;
import io.eyestalk.room.RoomChanged;
import io.eyestalk.room.RoomClosed;
import io.eyestalk.room.RoomCreated;
import io.eyestalk.room.RoomView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the list of rooms in the lobby alive. */
@Component
class LobbyNews {
    private final Broadcaster broadcaster;

    LobbyNews(Broadcaster broadcaster) {
        this.broadcaster = broadcaster;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(String roomId, String kind, @Nullable RoomView room) {}

    @EventListener
    void on(RoomCreated event) {
        tell(event.room(), "created", RoomView.of(event.room()));
    }

    @EventListener
    void on(RoomChanged event) {
        tell(event.room(), "changed", RoomView.of(event.room()));
    }

    @EventListener
    void on(RoomClosed event) {
        tell(event.room(), "ended", null);
    }

    private void tell(Room room, String kind, @Nullable RoomView body) {
        broadcaster.toLobby("rooms-changed", new Changed(room.id().value(), kind, body));
    }
}
