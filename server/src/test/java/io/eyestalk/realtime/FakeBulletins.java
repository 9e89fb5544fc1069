package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what other nodes were told. */
public final class FakeBulletins implements Bulletins {
    private final List<Object> told = new ArrayList<>();

    public List<Object> told() {
        return told;
    }

    @Override
    public boolean toRoom(RoomId room, String kind, Object body) {
        return told.add(body);
    }

    @Override
    public boolean toAll(String kind, Object body) {
        return told.add(body);
    }
}
