package io.eyestalk.activity;

import io.eyestalk.activity.ActivitySink.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of {@code POST /_bulk}: what to send, and what an answer means. */
final class Bulk {
    /** With that part of an answer which {@link #read} reads. */
    static final String PATH = "/_bulk?filter_path=items.*.status,items.*.error.type";

    /** Of one document that does not fit the mapping; everything else may pass. */
    private static final Set<String> NEVER_TAKEN =
            Set.of(
                    "mapper_parsing_exception",
                    "document_parsing_exception",
                    "strict_dynamic_mapping_exception",
                    "illegal_argument_exception");

    private static final int CREATED = 201;
    private static final int THERE_ALREADY = 409;
    private static final int WRONG = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Bulk() {}

    /** The body of a request that creates documents, none of them twice. */
    static String body(List<ActivityDocument> documents) {
        var lines = new StringBuilder();
        for (var document : documents) {
            var action = JSON.createObjectNode();
            action.putObject("create")
                    .put("_index", SearchIndex.of(document.at()))
                    .put("_id", document.eventId().toString());
            lines.append(action).append('\n').append(ActivityJson.write(document)).append('\n');
        }
        return lines.toString();
    }

    /**
     * What became of documents.
     *
     * @param answer the body of an answer with status 200
     * @throws SinkAwayException if it says nothing about them
     */
    static Result read(List<ActivityDocument> sent, String answer) throws SinkAwayException {
        var items = items(answer);
        if (items.size() != sent.size()) {
            throw new SinkAwayException("an answer about other documents");
        }
        var again = new ArrayList<ActivityDocument>();
        var refused = new ArrayList<ActivityDocument>();
        var causes = new TreeSet<String>();
        for (var number = 0; number < items.size(); number++) {
            var result = items.get(number).path("create");
            var status = result.path("status").asInt(0);
            if (status == CREATED || status == THERE_ALREADY) {
                continue;
            }
            var cause = result.path("error").path("type").asString("");
            causes.add(status + " " + cause);
            var never = status == WRONG && NEVER_TAKEN.contains(cause);
            (never ? refused : again).add(sent.get(number));
        }
        return new Result(new Written(again, refused), causes);
    }

    /**
     * What became of documents.
     *
     * @param causes status and kind of error of those that were not taken, each once
     */
    record Result(Written written, Set<String> causes) {
        Result {
            causes = Set.copyOf(causes);
        }
    }

    private static JsonNode items(String answer) throws SinkAwayException {
        try {
            return JSON.readTree(answer).path("items");
        } catch (JacksonException broken) {
            throw new SinkAwayException("no answer in JSON");
        }
    }
}
