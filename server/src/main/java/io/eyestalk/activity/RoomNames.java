package io.eyestalk.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.eyestalk.room.Room;
import io.eyestalk.room.RoomCatalog;
import io.eyestalk.room.RoomRef;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The titles of rooms that somebody on this node is in: who speaks is known with a room's id only.
 */
@Component
class RoomNames {
    private static final Logger log = LoggerFactory.getLogger(RoomNames.class);
    private static final int MOST = 100_000;

    private final Cache<RoomId, String> titles = Caffeine.newBuilder().maximumSize(MOST).build();
    private final RoomCatalog rooms;

    RoomNames(RoomCatalog rooms) {
        this.rooms = rooms;
    }

    void learn(Room room) {
        titles.put(room.id(), room.name().value());
    }

    void forget(Room room) {
        titles.invalidate(room.id());
    }

    /**
     * Gives the title of a room: at once in this thread if it is known, as it is for everybody who
     * joined or came back here; later in another thread if it has to be read.
     */
    void withTitle(RoomId room, Consumer<String> then) {
        var known = titles.getIfPresent(room);
        if (known != null) {
            then.accept(known);
        } else {
            Thread.ofVirtual().name("activity-room-title").start(() -> then.accept(read(room)));
        }
    }

    /** The id stands for a title that cannot be had: better than to lose what happened. */
    private String read(RoomId room) {
        try {
            var found = rooms.find(RoomRef.byId(room));
            found.ifPresent(this::learn);
            return found.map(known -> known.name().value()).orElse(room.value());
        } catch (RejectedException away) {
            log.warn("event=room-title-unknown room={} cause={}", room, away.code());
            return room.value();
        }
    }
}
