package io.eyestalk.activity;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands every document to every sink. Runs longer than the web server, to hear of its end. */
@Component
class ActivityLog implements Consumer<ActivityDocument>, SmartLifecycle {
    /** Starts before the rooms do and ends after them. */
    static final int PHASE = -1000;

    private final List<SinkWorker> workers;
    private volatile boolean running;

    ActivityLog(List<ActivitySink> sinks, ActivityProperties properties, MeterRegistry registry) {
        workers = sinks.stream().map(sink -> new SinkWorker(sink, properties, registry)).toList();
    }

    /** Never waits. */
    @Override
    public void accept(ActivityDocument document) {
        workers.forEach(worker -> worker.offer(document));
    }

    @Override
    public void start() {
        workers.forEach(SinkWorker::start);
        running = true;
    }

    @Override
    public void stop() {
        workers.forEach(SinkWorker::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
