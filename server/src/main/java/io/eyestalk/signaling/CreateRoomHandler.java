package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import io.eyestalk.room.NewRoom;
import io.eyestalk.room.RoomCatalog;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates a room and asks its creator to enter it. */
@Component
class CreateRoomHandler implements EventHandler<CreateRoomHandler.CreateRoom> {
    private final RoomCatalog rooms;

    CreateRoomHandler(RoomCatalog rooms) {
        this.rooms = rooms;
    }

    record CreateRoom(
            RoomName roomName,
            int roomCapacity,
            @Nullable String roomPassword,
            Nickname userNickname) {
        @Override
        public String toString() {
            return "CreateRoom[" + roomName + ", " + roomCapacity + "]";
        }
    }

    @Override
    public String event() {
        return "create-room";
    }

    @Override
    public Ack handle(Session from, CreateRoom wanted) {
        try {
            rooms.create(
                    new NewRoom(
                            wanted.roomName,
                            wanted.roomCapacity,
                            wanted.roomPassword,
                            wanted.userNickname),
                    from.address());
        } catch (RejectedException rejection) {
            // the 2022 client sends create-room when it joins, too
            if (rejection.code() != ProblemCode.DUPLICATE_RESOURCE
                    || !rooms.opens(wanted.roomName, wanted.roomPassword, from.address())) {
                throw rejection;
            }
        }
        from.emit("join-request");
        return Ack.done();
    }
}
