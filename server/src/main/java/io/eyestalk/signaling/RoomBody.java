package io.eyestalk.signaling;

import io.eyestalk.room.Room;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** A room on the wire, the same as REST shows it. */
record RoomBody(
        String roomId,
        String roomName,
        int roomCapacity,
        int roomEnterUser,
        String roomCreateAt,
        boolean locked) {
    /** ISO-8601 in UTC with exactly three decimals. */
    static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    static RoomBody of(Room room) {
        return new RoomBody(
                room.id().value(),
                room.name().value(),
                room.capacity(),
                room.members(),
                INSTANT.format(room.createdAt()),
                room.locked());
    }
}
