package io.eyestalk.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.realtime.Seat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * A message as it travels, stamped by the server.
 *
 * @param at ISO-8601 in UTC with three decimals
 * @param target {@code self} in the sender's own copy, {@code other} in everybody else's
 */
record ChatMessage(
        String id,
        String at,
        String sid,
        String sender,
        String text,
        @JsonProperty("room_id") String roomId,
        String type,
        boolean direct,
        String target) {
    private static final DateTimeFormatter ISO_MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** The copy of everybody but the sender. */
    static ChatMessage of(String id, Instant at, Seat from, ChatPolicy.Line line) {
        return new ChatMessage(
                id,
                ISO_MILLIS.format(at),
                from.member().value(),
                from.nickname().value(),
                line.text().value(),
                from.room().value(),
                "normal",
                line.addressee().isPresent(),
                "other");
    }

    ChatMessage forSelf() {
        return new ChatMessage(id, at, sid, sender, text, roomId, type, direct, "self");
    }

    @JsonIgnore
    Instant instant() {
        return Instant.parse(at);
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "ChatMessage[" + id + "]";
    }
}
