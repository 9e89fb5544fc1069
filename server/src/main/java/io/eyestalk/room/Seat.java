package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code room_user}: a member and the state of their connection.
 *
 * @param awaySince when the connection dropped; null while it is there
 * @param goneAt when the seat is taken away unless something changes
 * @param ending why, as long as {@code goneAt} is set
 */
record Seat(
        Member member,
        ConnectionId connection,
        @Nullable Instant awaySince,
        @Nullable Instant goneAt,
        @Nullable Ending ending) {

    /** Why a seat is going to be taken away. */
    enum Ending {
        /** Entered over REST, and no connection was seen yet. */
        UNSEEN,
        /** The connection dropped. */
        LOST,
        /** The page said that it closes. */
        CLOSED;

        MemberLeft.Reason reason() {
            return this == CLOSED ? MemberLeft.Reason.CLOSED : MemberLeft.Reason.LOST;
        }
    }

    /** The same seat, taken away at that time unless something changes. */
    Seat endingAt(Instant time, Ending why) {
        return new Seat(member, connection, awaySince, time, why);
    }

    /** The same seat with its connection down since that time. */
    Seat awayFrom(Instant since) {
        var away =
                new Member(member.id(), member.room(), member.nickname(), member.joinedAt(), true);
        return new Seat(away, connection, since, goneAt, ending);
    }

    boolean isDue(Instant now) {
        return goneAt != null && !goneAt.isAfter(now);
    }

    MemberLeft.Reason reason() {
        return ending == null ? MemberLeft.Reason.LOST : ending.reason();
    }
}
