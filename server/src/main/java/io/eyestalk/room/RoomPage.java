package io.eyestalk.room;

import java.util.List;

/**
 * Some rooms of a longer list.
 *
 * @param items newest first
 * @param total how many there are on all pages
 */
public record RoomPage(List<Room> items, long total) {
    public RoomPage {
        items = List.copyOf(items);
    }
}
