package io.eyestalk.room;

import io.eyestalk.shared.Nickname;

/**
 * A room exists now; nobody is in it yet.
 *
 * @param creator the name they are going to enter with
 */
public record RoomCreated(Room room, Nickname creator) {}
