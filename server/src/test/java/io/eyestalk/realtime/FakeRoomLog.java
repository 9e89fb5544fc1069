package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything for ever, as if there were one room. */
public final class FakeRoomLog implements RoomLog {
    private final List<String> entries = new ArrayList<>();

    @Override
    public void keep(RoomId room, String entry) {
        entries.add(entry);
    }

    @Override
    public void discard(RoomId room, String entry) {
        entries.remove(entry);
    }

    @Override
    public List<String> read(RoomId room) {
        return List.copyOf(entries);
    }
}
