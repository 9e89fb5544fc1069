package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import java.util.Locale;

/**
 * A member has no seat any more.
 *
 * @param room as it is without them
 * @param connection the last one they had
 */
public record MemberLeft(Room room, Member member, ConnectionId connection, Reason reason) {
    /** Why a member is gone. */
    public enum Reason {
        /** They left. */
        LEFT,
        /** Their page was closed. */
        CLOSED,
        /** They were away for too long. */
        LOST;

        /** The word for it in {@code user-disconnect}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
