package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.Nickname;
import org.jspecify.annotations.Nullable;

/** Somebody who wants a seat, on this connection. */
public record EnterRequest(
        RoomRef room,
        Nickname nickname,
        @Nullable String password,
        ConnectionId connection,
        ClientAddress from,
        Via via) {
    /** Without the password. */
    @Override
    public String toString() {
        return "EnterRequest[" + room + ", " + nickname + ", " + via + "]";
    }
}
