package io.eyestalk.room;

/** A room has ended; its title is free again. */
public record RoomClosed(Room room, Reason reason) {
    /** Why a room ended. */
    public enum Reason {
        LAST_MEMBER_LEFT,
        NEVER_ENTERED
    }
}
