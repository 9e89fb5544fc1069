package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;

/**
 * Sends news to people, on whatever node they are connected. Never waits for any of them, but maybe
 * for the way to other nodes: a second at most.
 */
public interface Broadcaster {
    /** To one member of that room. */
    Delivery toMember(RoomId room, MemberId member, String event, Object payload);

    /** To every member of the room. */
    Delivery toRoom(RoomId room, String event, Object payload);

    /** To every member of the room but one. */
    Delivery toOthers(RoomId room, MemberId except, String event, Object payload);

    /** To every member of the room but one, of those who are connected to this node. */
    void toOthersHere(RoomId room, MemberId except, String event, Object payload);

    /** To every connection that is in no room. */
    void toLobby(String event, Object payload);

    /** Whether sending never waits at all, so that an event loop may do it. */
    boolean neverWaits();
}
