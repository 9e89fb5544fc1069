package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.FreshDataFolder;
import io.eyestalk.shared.ManualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.json.JsonMapper;

/** A real search engine: each test has a month of its own there. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchEngineIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private OpenSearchServer engine;
    private SearchSink sink;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(
                OpenSearchServer.isThere(),
                "OpenSearch is not here: mvn -f tools/search-engine/pom.xml package");
        engine = OpenSearchServer.start();
        sink = sink();
    }

    @AfterAll
    void close() {
        if (engine != null) {
            sink.close();
            engine.close();
        }
    }

    @Test
    void aDocumentIsThereOnceHoweverOftenItIsSent() throws SinkAwayException {
        var documents = inMonth("2026-03", 1000);

        var first = sink.write(documents);
        var second = sink.write(documents);

        assertThat(first).isEqualTo(ActivitySink.Written.ALL);
        assertThat(second).isEqualTo(ActivitySink.Written.ALL);
        assertThat(engine.count("webrtc_room-2026.03")).isEqualTo(1000);
    }

    @Test
    void anIndexHasTheMappingOfTheTemplateAndStandsBehindTheAlias() throws SinkAwayException {
        sink.write(List.of(Documents.complete()));

        var index = engine.ask("GET", "/webrtc_room-2026.11", "").path("webrtc_room-2026.11");
        var template = JsonMapper.shared().readTree(SearchIndex.template()).path("template");
        assertThat(index.at("/mappings/properties")).isEqualTo(template.at("/mappings/properties"));
        assertThat(index.path("aliases").propertyNames()).containsExactly("webrtc_room");
    }

    @Test
    void dashboardsCanCountByEveryFieldTheyNeed() throws SinkAwayException {
        sink.write(inMonth("2026-04", 7));
        engine.count("webrtc_room");

        var counts =
                engine.ask(
                        "POST",
                        "/webrtc_room/_search",
                        """
                        {"size": 0,
                         "query": {"bool": {"filter": [
                           {"term": {"des": "New member joined"}},
                           {"range": {"@timestamp": {"gte": "2026-04-01", "lt": "2026-05-01"}}}]}},
                         "aggs": {
                           "rooms": {"terms": {"field": "room_id", "size": 50}},
                           "people": {"cardinality": {"field": "sid"}},
                           "names": {"cardinality": {"field": "user_nickname"}},
                           "hours": {"date_histogram": {"field": "@timestamp", "fixed_interval": "1h"}}}}
                        """);

        assertThat(counts.at("/aggregations/rooms/buckets")).hasSize(7);
        assertThat(counts.at("/aggregations/people/value").asInt()).isEqualTo(7);
        assertThat(counts.at("/aggregations/names/value").asInt()).isEqualTo(1);
        assertThat(counts.at("/aggregations/hours/buckets/0/doc_count").asInt()).isEqualTo(7);
    }

    @Test
    void aMonthThatIsTooOldGoes() throws SinkAwayException {
        sink.write(inMonth("2020-01", 3));
        sink.write(inMonth("2026-05", 3));

        sink.tidy();

        assertThat(engine.count("webrtc_room-2020.01")).isEqualTo(-1);
        assertThat(engine.count("webrtc_room-2026.05")).isEqualTo(3);
    }

    @Test
    void anOutageAndARestartLoseAndDoubleNothing() throws IOException {
        var folder = FreshDataFolder.next();
        var documents = inMonth("2026-06", 60);
        var settings = TestProperties.spillingTo(folder);
        var registry = new SimpleMeterRegistry();
        var before = new SinkWorker(sink(), settings, registry);
        var waiting = registry.get("eyestalk.activity.queue.size").gauge();
        before.start();
        documents.subList(0, 10).forEach(before::offer);
        await().atMost(PATIENCE).until(() -> engine.count("webrtc_room-2026.06") == 10);

        engine.kill();
        for (var document : documents.subList(10, 60)) {
            await().until(() -> waiting.value() < TestProperties.QUEUE);
            before.offer(document);
        }
        before.stop();
        engine.launchAgain();
        var after = new SinkWorker(sink(), settings, new SimpleMeterRegistry());
        after.start();

        await().atMost(PATIENCE).until(() -> engine.count("webrtc_room-2026.06") == 60);
        after.stop();
    }

    private SearchSink sink() {
        var search = new SearchProperties(engine.url(), "", null, null, "", Duration.ofSeconds(10));
        return new SearchSink(
                new SearchClient(search),
                TestProperties.keeping(Duration.ofDays(30)),
                new ManualClock());
    }

    private static List<ActivityDocument> inMonth(String month, int many) {
        var noon = Instant.parse(month + "-15T12:00:00Z");
        return IntStream.range(0, many)
                .mapToObj(number -> Documents.at(number, noon.plusMillis(number)))
                .toList();
    }
}
