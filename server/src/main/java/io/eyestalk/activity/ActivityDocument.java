package io.eyestalk.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it is written down (docs/protocol.md, "Activity documents").
 *
 * @param eventId makes a document that is written twice count once
 * @param room the title of the room, not its id
 * @param sid whose doing it was; null when they were no member yet
 * @param at to the millisecond
 * @param node which process saw it
 * @param message what was said, as a compact JWE (RFC 7516, section 3.1); null if nothing was said
 *     or no key is configured. Never the text itself
 */
record ActivityDocument(
        UUID eventId,
        ActivityKind kind,
        String room,
        String nickname,
        @Nullable String sid,
        Instant at,
        String node,
        @Nullable String message) {
    ActivityDocument {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Without names and words. */
    @Override
    public String toString() {
        return "ActivityDocument[" + eventId + ", " + kind + "]";
    }
}
