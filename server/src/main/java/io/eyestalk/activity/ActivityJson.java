package io.eyestalk.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents as one line of JSON each. */
final class ActivityJson {
    static final String KIND = "des";
    static final String ROOM = "room_id";
    static final String NICKNAME = "user_nickname";
    static final String SID = "sid";
    static final String AT = "@timestamp";
    static final String NODE = "node";
    static final String EVENT_ID = "event_id";
    static final String MESSAGE = "chatting message";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter ISO_MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private ActivityJson() {}

    /** Without a line break. */
    static String write(ActivityDocument document) {
        var json = JSON.createObjectNode();
        json.put(KIND, document.kind().description());
        json.put(ROOM, document.room());
        json.put(NICKNAME, document.nickname());
        putIfThere(json, SID, document.sid());
        json.put(AT, ISO_MILLIS.format(document.at()));
        json.put(NODE, document.node());
        json.put(EVENT_ID, document.eventId().toString());
        putIfThere(json, MESSAGE, document.message());
        return json.toString();
    }

    /**
     * The document that was written so.
     *
     * @throws IllegalArgumentException if the line is none, for example half of one
     */
    static ActivityDocument read(String line) {
        try {
            return toDocument(JSON.readTree(line));
        } catch (JacksonException | DateTimeException wrong) {
            // without the cause, which would quote what stands in the line
            throw new IllegalArgumentException("no activity document");
        }
    }

    private static ActivityDocument toDocument(JsonNode json) {
        return new ActivityDocument(
                UUID.fromString(json.required(EVENT_ID).stringValue()),
                ActivityKind.described(json.required(KIND).stringValue()),
                json.required(ROOM).stringValue(),
                json.required(NICKNAME).stringValue(),
                json.path(SID).stringValue(null),
                Instant.parse(json.required(AT).stringValue()),
                json.required(NODE).stringValue(),
                json.path(MESSAGE).stringValue(null));
    }

    private static void putIfThere(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
