package io.eyestalk.realtime;

import io.eyestalk.shared.ConnectionId;
import java.util.List;
import java.util.Optional;

/** The live connections of this node. */
public interface Sessions {
    /** The connection with that private id, unless it is gone or another node has it. */
    Optional<Session> find(ConnectionId id);

    /** Connections that speak for a member of a room, as of now. */
    List<Session> seated();
}
