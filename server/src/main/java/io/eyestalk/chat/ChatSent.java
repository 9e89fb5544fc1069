package io.eyestalk.chat;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.time.Instant;

/**
 * Somebody said something. Published in the sender's thread, outside any transaction: a listener
 * must not wait.
 *
 * @param id of the message
 * @param text what was said; never to be written down in the clear
 * @param direct whether only one person got it
 */
public record ChatSent(
        String id,
        Instant at,
        RoomId room,
        MemberId sender,
        Nickname nickname,
        String text,
        boolean direct) {
    /** Without the text. */
    @Override
    public String toString() {
        return "ChatSent[" + id + ", " + room + ", " + sender + "]";
    }
}
