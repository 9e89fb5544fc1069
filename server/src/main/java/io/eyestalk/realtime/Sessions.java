package io.eyestalk.realtime;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.util.List;
import java.util.Optional;

/** The live connections of this node. */
public interface Sessions {
    /** The connection with that private id, unless it is gone or another node has it. */
    Optional<Session> find(ConnectionId id);

    /** The connection that speaks for a member of this room, if this node has it. */
    Optional<Session> of(RoomId room, MemberId member);

    /** Connections that speak for a member of a room, as of now. */
    List<Session> seated();
}
