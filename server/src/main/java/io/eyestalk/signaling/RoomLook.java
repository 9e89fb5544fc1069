package io.eyestalk.signaling;

import io.eyestalk.room.MemberLeft;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * One node tells others to look who is in a room, and what it knows of the reason. The database
 * says what is true: it does not matter in which order these come, or whether one is missing.
 *
 * @param member who came or went; null when anything may have happened
 * @param fresh whether the page of who came back was reloaded
 * @param reason why who is gone is gone
 */
record RoomLook(
        String room, @Nullable String member, boolean fresh, MemberLeft.@Nullable Reason reason) {
    static final String KIND = "look";

    static RoomLook at(RoomId room) {
        return new RoomLook(room.value(), null, false, null);
    }

    static RoomLook changed(RoomId room, MemberId member) {
        return new RoomLook(room.value(), member.value(), false, null);
    }

    static RoomLook returned(RoomId room, MemberId member, boolean fresh) {
        return new RoomLook(room.value(), member.value(), fresh, null);
    }

    static RoomLook left(RoomId room, MemberId member, MemberLeft.Reason reason) {
        return new RoomLook(room.value(), member.value(), false, reason);
    }

    RoomId roomId() {
        return new RoomId(room);
    }

    /** Of somebody nothing is known of, nothing is said that makes others give up their call. */
    boolean isFresh(MemberId who) {
        return fresh && who.value().equals(member);
    }

    MemberLeft.Reason reasonOf(MemberId who) {
        return reason != null && who.value().equals(member) ? reason : MemberLeft.Reason.LOST;
    }
}
