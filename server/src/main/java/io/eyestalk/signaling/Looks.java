package io.eyestalk.signaling;

import io.eyestalk.realtime.Bulletins;
import io.eyestalk.realtime.InCluster;
import io.eyestalk.shared.RoomId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tells other nodes to look at a room, late rather than never. */
@Component
@InCluster
class Looks {
    private final Bulletins bulletins;

    /** What could not be told: this node may have nobody in such a room any more. */
    private final Set<RoomId> untold = ConcurrentHashMap.newKeySet();

    Looks(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    void tell(RoomLook look) {
        if (!bulletins.toRoom(look.roomId(), RoomLook.KIND, look)) {
            untold.add(look.roomId());
        }
    }

    /** Other nodes can be told again: of these rooms and of all that could not be told. */
    void recover(Set<RoomId> rooms) {
        var late = Set.copyOf(untold);
        untold.removeAll(late);
        late.forEach(room -> tell(RoomLook.at(room)));
        rooms.stream()
                .filter(room -> !late.contains(room))
                .forEach(room -> tell(RoomLook.at(room)));
    }
}
