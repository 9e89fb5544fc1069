package socketio.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The members of one room of one namespace. */
final class Room {
    private static final int EXPECTED = 4;

    private final String name;
    private final Set<ConnectedSocket> members = ConcurrentHashMap.newKeySet(EXPECTED);

    Room(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Set<ConnectedSocket> members() {
        return members;
    }
}
