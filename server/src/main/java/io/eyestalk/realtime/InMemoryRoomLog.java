package io.eyestalk.realtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.eyestalk.shared.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The log of a single node. */
@Component
@OnSingleNode
final class InMemoryRoomLog implements RoomLog {
    /** Lists are replaced, never changed. */
    private final Cache<RoomId, List<String>> rooms =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    @Override
    public void keep(RoomId room, String entry) {
        change(
                room,
                entries -> {
                    entries.add(entry);
                    return entries.subList(Math.max(0, entries.size() - MOST), entries.size());
                });
    }

    @Override
    public void discard(RoomId room, String entry) {
        change(
                room,
                entries -> {
                    entries.remove(entry);
                    return entries;
                });
    }

    @Override
    public List<String> read(RoomId room) {
        var entries = rooms.getIfPresent(room);
        return entries == null ? List.of() : entries;
    }

    private void change(RoomId room, UnaryOperator<List<String>> change) {
        rooms.asMap()
                .compute(
                        room,
                        (_, known) ->
                                List.copyOf(
                                        change.apply(
                                                known == null
                                                        ? new ArrayList<>()
                                                        : new ArrayList<>(known))));
    }
}
