package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.activity.FakeSearchEngine.Hang;
import io.eyestalk.activity.FakeSearchEngine.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search engine with bad days, and the worker that brings it documents. */
@Timeout(60)
class SearchOutageTest {
    private final FakeSearchEngine engine;
    private final ActivityProperties properties;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    SearchOutageTest(@TempDir Path folder) throws IOException {
        engine = FakeSearchEngine.start();
        properties = TestProperties.spillingTo(folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aLostAnswerAndARestartDoubleNothing() {
        engine.hang = Hang.WITHIN_THE_ANSWER;
        var before = worker();
        before.start();
        Documents.numbered(0, 4).forEach(before::offer);
        await().until(() -> engine.count() > 0);
        before.stop();

        engine.hang = null;
        var after = worker();
        after.start();
        after.offer(Documents.numbered(4));

        await().until(() -> engine.count() == 5);
        after.stop();
        assertThat(written()).isEqualTo(5);
    }

    @Test
    void aBusyEngineGetsEverythingInTheEnd() {
        var refusals = new AtomicInteger(4);
        engine.refusal =
                _ ->
                        refusals.getAndDecrement() > 0
                                ? new Refusal(429, "es_rejected_execution_exception")
                                : null;
        var worker = worker();
        worker.start();

        Documents.numbered(0, 3).forEach(worker::offer);

        await().until(() -> engine.count() == 3);
        worker.stop();
        assertThat(written()).isEqualTo(3);
        assertThat(registry.counter("eyestalk.activity.sink.errors", "sink", "search").count())
                .isPositive();
    }

    private double written() {
        return registry.counter("eyestalk.activity.written", "sink", "search").count();
    }

    private SinkWorker worker() {
        var search = new SearchProperties(engine.url(), "", null, null, "", Duration.ofMillis(200));
        var sink = new SearchSink(new SearchClient(search), properties, Clock.systemUTC());
        return new SinkWorker(sink, properties, registry);
    }
}
