package io.eyestalk.room;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A room as it travels, over REST and over sockets. */
@Schema(name = "Room", description = "A room as anybody may see it.")
public record RoomView(
        @Schema(
                        description = "Identifies the room; a later one of that title has another.",
                        format = "uuid",
                        example = "0f8fad5b-d9cb-469f-a165-70867728950e")
                String roomId,
        @Schema(description = "The title.", example = "Design review") String roomName,
        @Schema(description = "How many people it holds.", example = "4") int roomCapacity,
        @Schema(description = "How many are in it now.", example = "2") int roomEnterUser,
        @Schema(
                        description = "When it was created, in UTC with milliseconds.",
                        format = "date-time",
                        example = "2026-01-31T09:30:00.000Z")
                String roomCreateAt,
        @Schema(description = "Whether a password is needed.", example = "true") boolean locked) {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    /** What travels of a room. */
    public static RoomView of(Room room) {
        return new RoomView(
                room.id().value(),
                room.name().value(),
                room.capacity(),
                room.members(),
                time(room.createdAt()),
                room.locked());
    }

    private static String time(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
