package io.eyestalk.activity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

/** What one sink counts; each meter is tagged with its name. */
final class SinkMetrics {
    private static final String SINK = "sink";

    private final Counter written;
    private final Counter errors;
    private final Counter refused;

    SinkMetrics(MeterRegistry registry, String sink, ActivityQueue queue, Spill spill) {
        Gauge.builder("eyestalk.activity.queue.size", queue, ActivityQueue::size)
                .description("Documents that wait in memory")
                .tag(SINK, sink)
                .register(registry);
        Gauge.builder("eyestalk.activity.spill.size", spill, Spill::bytes)
                .description("Documents that wait on disk")
                .baseUnit(BaseUnits.BYTES)
                .tag(SINK, sink)
                .register(registry);
        FunctionCounter.builder(
                        "eyestalk.activity.dropped",
                        queue,
                        waiting -> waiting.dropped() + spill.dropped())
                .description("Documents lost because too many waited")
                .tag(SINK, sink)
                .register(registry);
        written = counter(registry, sink, "eyestalk.activity.written", "Documents written");
        refused =
                counter(
                        registry,
                        sink,
                        "eyestalk.activity.refused",
                        "Documents the sink will never take");
        errors =
                counter(
                        registry,
                        sink,
                        "eyestalk.activity.sink.errors",
                        "Attempts to write that failed");
    }

    void written(int documents) {
        written.increment(documents);
    }

    void refused(int documents) {
        refused.increment(documents);
    }

    void failed() {
        errors.increment();
    }

    private static Counter counter(
            MeterRegistry registry, String sink, String name, String description) {
        return Counter.builder(name).description(description).tag(SINK, sink).register(registry);
    }
}
