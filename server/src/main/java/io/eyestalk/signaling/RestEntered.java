package io.eyestalk.signaling;

import io.eyestalk.room.MemberJoined;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;

/**
 * Somebody entered over REST on one node, and their socket may be on another. The resume token
 * stays where it is: whoever has the connection asks for one.
 */
record RestEntered(String room, String member, String nickname, String connection) {
    static final String KIND = "rest-entered";

    static RestEntered of(MemberJoined event) {
        var member = event.member();
        return new RestEntered(
                member.room().value(),
                member.id().value(),
                member.nickname().value(),
                event.connection().value());
    }

    RoomId roomId() {
        return new RoomId(room);
    }

    MemberId memberId() {
        return new MemberId(member);
    }

    Nickname name() {
        return new Nickname(nickname);
    }

    ConnectionId connectionId() {
        return new ConnectionId(connection);
    }

    /** Without the connection, which is a secret. */
    @Override
    public String toString() {
        return "RestEntered[" + room + ", " + member + "]";
    }
}
