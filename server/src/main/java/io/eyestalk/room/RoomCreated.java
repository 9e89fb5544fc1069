package io.eyestalk.room;

/** A room exists now; nobody is in it yet. */
public record RoomCreated(Room room) {}
