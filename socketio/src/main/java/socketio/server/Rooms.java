package socketio.server;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All rooms of one namespace; a room exists while it has members. */
final class Rooms {
    private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();

    Room enter(String name, ConnectedSocket socket) {
        var entered =
                rooms.compute(
                        name,
                        (_, existing) -> {
                            var room = existing == null ? new Room(name) : existing;
                            room.members().add(socket);
                            return room;
                        });
        return Objects.requireNonNull(entered);
    }

    void leave(Room left, ConnectedSocket socket) {
        rooms.computeIfPresent(
                left.name(),
                (_, room) -> {
                    room.members().remove(socket);
                    return room.members().isEmpty() ? null : room;
                });
    }

    /** A live view of the members; empty when there is no such room. */
    Set<ConnectedSocket> members(String name) {
        var room = rooms.get(name);
        return room == null ? Set.of() : room.members();
    }

    int size() {
        return rooms.size();
    }
}
