package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives and takes seats. Each call is one atomic step. */
@Service
public class Admission {
    Admission() {}

    /**
     * Gives a seat. The same connection, room and nickname again is answered as the first time.
     *
     * @throws io.eyestalk.shared.RejectedException in this order: {@code RATE_LIMITED}, {@code
     *     ROOM_IS_EMPTY}, {@code INVALID_PASSWORD}, {@code INVALID_NICKNAME}, {@code
     *     FULL_CAPACITY}; {@code VALIDATION_FAILED} when the connection is in another room
     */
    public Entry enter(EnterRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Brings the member of this token to another connection. Someone who is gone gets the seat back
     * without a password if there is one.
     *
     * @param fresh whether the page was reloaded
     * @throws io.eyestalk.shared.RejectedException {@code MEMBER_NOT_FOUND} (unknown or old token),
     *     {@code ROOM_IS_EMPTY}, {@code INVALID_NICKNAME}, {@code FULL_CAPACITY}
     */
    public Entry resume(String token, ConnectionId connection, boolean fresh) {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether somebody could enter now, checked in the order nickname, capacity, password.
     *
     * @throws io.eyestalk.shared.RejectedException the first reason why not
     */
    public void check(
            RoomRef room, Nickname nickname, @Nullable String password, ClientAddress from) {
        throw new UnsupportedOperationException();
    }

    /** Takes the seat of this connection; false when it has none. */
    public boolean leave(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    /** Takes the seat of this member; false when they have none. */
    public boolean leave(MemberId member, MemberLeft.Reason reason) {
        throw new UnsupportedOperationException();
    }

    /** The seat of this connection. */
    public Optional<Membership> of(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }
}
