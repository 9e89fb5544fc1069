package io.eyestalk.room;

/** The number of members of a room is another one now. */
public record RoomChanged(Room room) {}
