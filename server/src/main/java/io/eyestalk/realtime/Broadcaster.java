package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;

/** Sends news to people, on whatever node they are connected. Never waits for any of them. */
public interface Broadcaster {
    /**
     * To one member of that room.
     *
     * @return false when it is certain that nobody got it: no such member there, or no connection
     */
    boolean toMember(RoomId room, MemberId member, String event, Object payload);

    /** To every member of the room. */
    void toRoom(RoomId room, String event, Object payload);

    /** To every member of the room but one. */
    void toOthers(RoomId room, MemberId except, String event, Object payload);

    /** To every connection that is in no room. */
    void toLobby(String event, Object payload);
}
