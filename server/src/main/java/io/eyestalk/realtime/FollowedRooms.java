package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.springframework.stereotype.Component;

/** The rooms that have people on this node, each with its news of other nodes that waits. */
@Component
@InCluster
final class FollowedRooms {
    private static final Executor VIRTUAL = Thread::startVirtualThread;

    private final Map<RoomId, SerialQueue> rooms = new ConcurrentHashMap<>();

    /** Follows a room from now on; false when it was followed already. */
    boolean add(RoomId room) {
        // Nothing bounds what waits but the limits of the few people of a room.
        return rooms.putIfAbsent(room, new SerialQueue(VIRTUAL, Integer.MAX_VALUE)) == null;
    }

    /** False when it was not followed. */
    boolean remove(RoomId room) {
        return rooms.remove(room) != null;
    }

    Set<RoomId> all() {
        return Set.copyOf(rooms.keySet());
    }

    /** What is to be done about that room, one after another. */
    Optional<SerialQueue> inbox(RoomId room) {
        return Optional.ofNullable(rooms.get(room));
    }
}
