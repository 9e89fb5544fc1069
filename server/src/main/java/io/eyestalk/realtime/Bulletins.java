package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;

/** Tells other nodes what is not meant for people. A node that is alone tells nobody. */
public interface Bulletins {
    /**
     * Tells the nodes that have people of that room. May wait a second.
     *
     * @param kind which {@link BulletinHandler} takes it
     * @param body a record that Jackson writes and reads; no secrets that open anything
     * @return false when nobody could be told
     */
    boolean toRoom(RoomId room, String kind, Object body);

    /** The same for all other nodes. */
    boolean toAll(String kind, Object body);
}
