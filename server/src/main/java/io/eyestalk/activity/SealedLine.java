package io.eyestalk.activity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as operators hand it in: an activity document, a hit of a search engine around one
 * ({@code _source}), or the bare JWE as it stands in the table's column.
 *
 * @param message the JWE
 * @param document what is known about it; null for a bare one
 */
record SealedLine(String message, @Nullable ObjectNode document) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEXT = "text";

    /**
     * Reads a line.
     *
     * @return empty if nothing was said, as when somebody joined, or if nothing stands there
     * @throws IllegalArgumentException if it is something else
     */
    static Optional<SealedLine> read(String line) {
        var stripped = line.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        if (!stripped.startsWith("{")) {
            return Optional.of(new SealedLine(stripped, null));
        }
        if (!(parse(stripped) instanceof ObjectNode document)) {
            throw new IllegalArgumentException("no activity document");
        }
        var message = document.path(ActivityJson.MESSAGE).stringValue(null);
        return Optional.ofNullable(message).map(jwe -> new SealedLine(jwe, document));
    }

    /** The same as one line of JSON, with the text in the place of the JWE. */
    String withText(String text) {
        var opened = document == null ? JSON.createObjectNode() : document.deepCopy();
        opened.remove(ActivityJson.MESSAGE);
        return opened.put(TEXT, text).toString();
    }

    private static JsonNode parse(String line) {
        try {
            var json = JSON.readTree(line);
            return json.path("_source").isObject() ? json.path("_source") : json;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("no activity document");
        }
    }
}
