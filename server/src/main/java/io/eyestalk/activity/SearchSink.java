package io.eyestalk.activity;

import io.eyestalk.activity.SearchClient.Answer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Elasticsearch or OpenSearch, for Kibana and its like. The template of its indexes is brought
 * there before the first document.
 */
final class SearchSink implements ActivitySink, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SearchSink.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEMPLATE = "/_index_template/" + SearchIndex.ALIAS;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;

    private final SearchClient client;
    private final ActivityProperties properties;
    private final Clock clock;
    private boolean hasTemplate;

    SearchSink(SearchClient client, ActivityProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Written write(List<ActivityDocument> documents) throws SinkAwayException {
        bringTemplate();
        return create(documents);
    }

    /** Whole months at a time: an index is removed once everything in it is too old. */
    @Override
    public void tidy() throws SinkAwayException {
        bringTemplate();
        if (properties.keepsForEver()) {
            return;
        }
        var oldest = clock.instant().minus(properties.retention());
        var indexes = client.ask("GET", "/_alias/" + SearchIndex.ALIAS, null);
        if (indexes.status() == NOT_FOUND) {
            return;
        }
        for (var index : json(successful(indexes)).propertyNames()) {
            if (SearchIndex.isOlder(index, oldest)) {
                remove(index);
            }
        }
    }

    @Override
    public void giveUp() {
        client.giveUp();
    }

    @Override
    public void close() {
        client.close();
    }

    private Written create(List<ActivityDocument> documents) throws SinkAwayException {
        var answer = client.ask("POST", Bulk.PATH, Bulk.body(documents));
        if (answer.status() == TOO_LARGE) {
            return createHalves(documents);
        }
        var result = Bulk.read(documents, successful(answer).body());
        if (!result.causes().isEmpty()) {
            log.warn("event=search-not-taken causes={}", result.causes());
        }
        return result.written();
    }

    private Written createHalves(List<ActivityDocument> documents) throws SinkAwayException {
        if (documents.size() == 1) {
            return new Written(List.of(), documents);
        }
        var middle = documents.size() / 2;
        var first = create(documents.subList(0, middle));
        var second = create(documents.subList(middle, documents.size()));
        return new Written(
                both(first.again(), second.again()), both(first.refused(), second.refused()));
    }

    /** Leaves a newer one alone: that of a node which was brought up to date before this one. */
    private void bringTemplate() throws SinkAwayException {
        if (hasTemplate) {
            return;
        }
        var wanted = SearchIndex.template();
        if (versionThere() < JSON.readTree(wanted).path("version").asInt()) {
            successful(client.ask("PUT", TEMPLATE, wanted));
            log.info("event=search-template-brought");
        }
        hasTemplate = true;
    }

    private int versionThere() throws SinkAwayException {
        var there = client.ask("GET", TEMPLATE, null);
        if (there.status() == NOT_FOUND) {
            return -1;
        }
        var template = json(successful(there)).path("index_templates").path(0);
        return template.path("index_template").path("version").asInt(-1);
    }

    private void remove(String index) throws SinkAwayException {
        var removed = client.ask("DELETE", "/" + index, null);
        if (removed.status() != NOT_FOUND) {
            successful(removed);
            log.info("event=search-index-removed index={}", index);
        }
    }

    private static Answer successful(Answer answer) throws SinkAwayException {
        if (!answer.isSuccess()) {
            throw new SinkAwayException("status " + answer.status());
        }
        return answer;
    }

    private static JsonNode json(Answer answer) throws SinkAwayException {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException broken) {
            throw new SinkAwayException("no answer in JSON");
        }
    }

    private static List<ActivityDocument> both(
            List<ActivityDocument> first, List<ActivityDocument> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
