package io.eyestalk.room;

/** A member together with the room they are in. */
public record Membership(Room room, Member member) {}
