package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eyestalk.activity.FakeSearchEngine.Hang;
import io.eyestalk.activity.FakeSearchEngine.Refusal;
import io.eyestalk.shared.ManualClock;
import io.eyestalk.shared.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class SearchSinkTest {
    private static final String NOVEMBER = "webrtc_room-2026.11";
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    private final FakeSearchEngine engine;
    private final ManualClock clock = new ManualClock();
    private SearchSink sink;

    SearchSinkTest() throws IOException {
        engine = FakeSearchEngine.start();
        sink = sink("", null, null, PATIENT);
    }

    @AfterEach
    void close() {
        sink.close();
        engine.close();
    }

    @Test
    void writesADocumentOnceUnderItsId() throws SinkAwayException {
        var first = sink.write(Documents.numbered(0, 3));
        var second = sink.write(Documents.numbered(0, 5));

        assertThat(first).isEqualTo(ActivitySink.Written.ALL);
        assertThat(second).isEqualTo(ActivitySink.Written.ALL);
        var document = Documents.numbered(4);
        assertThat(engine.documents(NOVEMBER)).hasSize(5);
        assertThat(engine.documents(NOVEMBER).get(document.eventId().toString()))
                .isEqualTo(JsonMapper.shared().readTree(ActivityJson.write(document)));
    }

    @Test
    void aDocumentThatComesLateIsWrittenToItsOwnMonth() throws SinkAwayException {
        var lastMoment = Documents.at(1, Instant.parse("2026-10-31T23:59:59.999Z"));
        var firstMoment = Documents.at(2, Instant.parse("2026-11-01T00:00:00.000Z"));

        sink.write(List.of(lastMoment, firstMoment));

        assertThat(engine.documents("webrtc_room-2026.10"))
                .containsOnlyKeys(lastMoment.eventId().toString());
        assertThat(engine.documents(NOVEMBER)).containsOnlyKeys(firstMoment.eventId().toString());
    }

    @Test
    void bringsTheTemplateOnceBeforeTheFirstDocument() throws SinkAwayException {
        sink.write(Documents.numbered(0, 1));
        sink.write(Documents.numbered(1, 2));

        assertThat(engine.requests())
                .containsExactly(
                        "GET /_index_template/webrtc_room",
                        "PUT /_index_template/webrtc_room",
                        "POST /_bulk",
                        "POST /_bulk");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void leavesATemplateAloneThatIsAsNewOrNewer(int version) throws SinkAwayException {
        var there = JsonMapper.shared().createObjectNode().put("version", version);
        engine.keepTemplate(there);

        sink.write(Documents.numbered(0, 1));

        assertThat(engine.template()).isSameAs(there);
    }

    @Test
    void replacesAnOlderTemplate() throws SinkAwayException {
        engine.keepTemplate(JsonMapper.shared().createObjectNode().put("version", 0));

        sink.write(Documents.numbered(0, 1));

        assertThat(engine.template())
                .isEqualTo(JsonMapper.shared().readTree(SearchIndex.template()));
    }

    @Test
    void theTemplateMapsEveryFieldOfADocumentAndNoOther() {
        var document = JsonMapper.shared().readTree(ActivityJson.write(Documents.complete()));

        var mapped =
                JsonMapper.shared()
                        .readTree(SearchIndex.template())
                        .at("/template/mappings/properties");

        assertThat(mapped.propertyNames())
                .containsExactlyInAnyOrderElementsOf(document.propertyNames());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 502, 503, 301, 400})
    void isAwayWhenTheEngineAnswersSomethingElse(int status) {
        engine.status = status;

        assertThatThrownBy(() -> sink.write(Documents.numbered(0, 2)))
                .isInstanceOf(SinkAwayException.class)
                .hasMessage("status " + status);
    }

    @ParameterizedTest
    @EnumSource(Hang.class)
    void doesNotWaitForAnEngineThatHangs(Hang hang) throws SinkAwayException {
        var impatient = sink("", null, null, IMPATIENT);
        impatient.write(Documents.numbered(0, 1));
        engine.hang = hang;

        assertThatThrownBy(() -> impatient.write(Documents.numbered(1, 2)))
                .isInstanceOf(SinkAwayException.class)
                .hasMessage("no answer within 300 ms");
        impatient.close();
    }

    @Test
    void givesUpAnAttemptThatHangs() throws SinkAwayException {
        sink.write(Documents.numbered(0, 1));
        engine.hang = Hang.BEFORE_THE_ANSWER;
        var asked = engine.requests().size() + 1;
        var end =
                CompletableFuture.runAsync(
                        () -> {
                            while (engine.requests().size() < asked) {
                                Thread.onSpinWait();
                            }
                            sink.giveUp();
                        });

        assertThatThrownBy(() -> sink.write(Documents.numbered(1, 2)))
                .isInstanceOf(SinkAwayException.class)
                .hasMessage("given up");
        end.join();
    }

    @Test
    void isAwayWhenNobodyListens() {
        engine.close();

        assertThatThrownBy(() -> sink.write(Documents.numbered(0, 1)))
                .isInstanceOf(SinkAwayException.class)
                .hasMessageContaining("ConnectException");
    }

    @Test
    void ofAMixedAnswerOnlyTheBusyOnesComeAgain() throws SinkAwayException {
        engine.refusal =
                document ->
                        switch (document.path("room_id").stringValue()) {
                            case "room 1" -> new Refusal(429, "es_rejected_execution_exception");
                            case "room 2" -> new Refusal(400, "document_parsing_exception");
                            case "room 3" -> new Refusal(503, "unavailable_shards_exception");
                            case "room 4" -> new Refusal(403, "cluster_block_exception");
                            case "room 5" -> new Refusal(400, "invalid_alias_name_exception");
                            default -> null;
                        };

        var written = sink.write(Documents.numbered(0, 7));

        assertThat(written.again())
                .containsExactly(
                        Documents.numbered(1),
                        Documents.numbered(3),
                        Documents.numbered(4),
                        Documents.numbered(5));
        assertThat(written.refused()).containsExactly(Documents.numbered(2));
        assertThat(engine.count()).isEqualTo(2);
    }

    @Test
    void sendsInPartsWhatIsTooLarge() throws SinkAwayException {
        sink.write(Documents.numbered(0, 1));
        engine.mostBytes = 3 * Bulk.body(Documents.numbered(1, 2)).length();

        var written = sink.write(Documents.numbered(1, 10));

        assertThat(written).isEqualTo(ActivitySink.Written.ALL);
        assertThat(engine.count()).isEqualTo(10);
    }

    @Test
    void refusesADocumentThatIsTooLargeByItself() throws SinkAwayException {
        sink.write(Documents.numbered(0, 1));
        engine.mostBytes = 10;

        var written = sink.write(Documents.numbered(1, 3));

        assertThat(written.refused()).isEqualTo(Documents.numbered(1, 3));
    }

    @Test
    void removesTheMonthsThatAreTooOldAsAWhole() throws SinkAwayException {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-30T23:59:59Z")));
        engine.makeIndex("webrtc_room-2026.10");
        engine.makeIndex(NOVEMBER);
        engine.makeIndex("webrtc_room-mine");

        sink.tidy();
        assertThat(engine.indexes()).containsExactly(NOVEMBER, "webrtc_room-mine");

        clock.advance(Duration.ofSeconds(1));
        sink.tidy();
        assertThat(engine.indexes()).containsExactly("webrtc_room-mine");
    }

    @Test
    void tidiesNothingWhereNothingIs() throws SinkAwayException {
        sink.tidy();

        assertThat(engine.requests()).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void logsInAsAUser() throws SinkAwayException {
        var user = sink("elastic", new Secret("pass:wört"), null, PATIENT);

        user.write(Documents.numbered(0, 1));

        var login = Base64.getEncoder().encodeToString(bytes("elastic:pass:wört"));
        assertThat(engine.authorization("/_bulk")).isEqualTo("Basic " + login);
        user.close();
    }

    @Test
    void logsInWithAKey() throws SinkAwayException {
        var key = sink("", null, new Secret("a2V5"), PATIENT);

        key.write(Documents.numbered(0, 1));

        assertThat(engine.authorization("/_bulk")).isEqualTo("ApiKey a2V5");
        key.close();
    }

    private SearchSink sink(
            String user, @Nullable Secret password, @Nullable Secret key, Duration timeout) {
        var search = new SearchProperties(engine.url(), user, password, key, "", timeout);
        return new SearchSink(
                new SearchClient(search), TestProperties.keeping(Duration.ofDays(30)), clock);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
