package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The log of several nodes: a list in Redis per room, which ends by itself. */
@Component
@InCluster
final class RedisRoomLog implements RoomLog {
    private final RedisLink link;
    private final String prefix;

    RedisRoomLog(RedisLink link, RelayProperties properties) {
        this.link = link;
        this.prefix = properties.prefix() + ":log:";
    }

    @Override
    public void keep(RoomId room, String entry) {
        link.open().ifPresent(open -> open.append(key(room), entry, MOST, KEPT));
    }

    @Override
    public void discard(RoomId room, String entry) {
        link.open().ifPresent(open -> open.remove(key(room), entry));
    }

    @Override
    public List<String> read(RoomId room) {
        return link.open().map(open -> open.entries(key(room))).orElse(List.of());
    }

    private String key(RoomId room) {
        return prefix + room.value();
    }
}
