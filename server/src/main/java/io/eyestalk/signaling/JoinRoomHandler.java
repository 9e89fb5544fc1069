package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import io.eyestalk.room.Admission;
import io.eyestalk.room.EnterRequest;
import io.eyestalk.room.RoomRef;
import io.eyestalk.room.Via;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives this connection a seat in a room. */
@Component
class JoinRoomHandler implements EventHandler<JoinRoomHandler.JoinRoom> {
    private final Admission admission;
    private final Welcome welcome;

    JoinRoomHandler(Admission admission, Welcome welcome) {
        this.admission = admission;
        this.welcome = welcome;
    }

    record JoinRoom(RoomName roomName, Nickname userNickname, @Nullable String roomPassword) {
        @Override
        public String toString() {
            return "JoinRoom[" + roomName + ", " + userNickname + "]";
        }
    }

    @Override
    public String event() {
        return "join-room";
    }

    @Override
    public Ack handle(Session from, JoinRoom wanted) {
        var entry =
                admission.enter(
                        new EnterRequest(
                                RoomRef.byName(wanted.roomName),
                                wanted.userNickname,
                                wanted.roomPassword,
                                from.id(),
                                from.address(),
                                Via.SOCKET));
        return welcome.answer(from, entry);
    }
}
