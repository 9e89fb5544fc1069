package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;
import java.time.Duration;
import java.util.List;

/** What happened in a room lately, in memory only, for whoever was not connected meanwhile. */
public interface RoomLog {
    /** How long entries are kept at least, unless there are too many. */
    Duration KEPT = Duration.ofSeconds(60);

    /** Entries of one room. */
    int MOST = 200;

    /** Keeps an entry, if that is possible now. Never waits. */
    void keep(RoomId room, String entry);

    /** Takes an entry back that turned out not to have happened. Never waits. */
    void discard(RoomId room, String entry);

    /** The entries of a room, oldest first; none when they cannot be read now. */
    List<String> read(RoomId room);
}
