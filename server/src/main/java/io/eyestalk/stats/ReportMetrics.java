package io.eyestalk.stats;

import io.eyestalk.stats.ClientReport.Failure;
import io.eyestalk.stats.ClientReport.Path;
import io.eyestalk.stats.ClientReport.Restart;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What browsers reported to this node, for Prometheus. */
@Component
@OnlyWithDashboard
class ReportMetrics {
    private static final String NO_PATH = "none";

    private final MeterRegistry registry;
    private final Timer joins;

    ReportMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.joins =
                Timer.builder("eyestalk.client.join")
                        .description(
                                "From pressing Join to the first link to somebody, as browsers tell"
                                        + " it; each counts with the upper bound of its bucket")
                        .serviceLevelObjectives(JoinTimes.bounds())
                        .register(registry);
        for (var path : Path.values()) {
            pairs(ClientReport.word(path), "connected");
        }
        pairs(NO_PATH, "failed");
        for (var restart : Restart.values()) {
            restarts(ClientReport.word(restart));
        }
        for (var failure : Failure.values()) {
            failures(ClientReport.word(failure));
        }
    }

    void count(ClientReport report) {
        switch (report.kind()) {
            case JOIN_TIME -> joins.record(Duration.ofMillis(Long.parseLong(report.what())));
            case PATH -> pairs(report.what(), "connected").increment();
            case ICE_RESTART -> restarts(report.what()).increment();
            case FAILURE -> fail(report.what());
        }
    }

    private void fail(String failure) {
        failures(failure).increment();
        if (!failure.equals(ClientReport.word(Failure.SERVER_UNREACHABLE))) {
            pairs(NO_PATH, "failed").increment();
        }
    }

    private Counter pairs(String path, String result) {
        return Counter.builder("eyestalk.pairs")
                .description("Sides of pairs of browsers that found a path, or none")
                .tag("path", path)
                .tag("result", result)
                .register(registry);
    }

    private Counter restarts(String result) {
        return Counter.builder("eyestalk.ice.restarts")
                .description("ICE restarts of browsers, by whether they brought the link back")
                .tag("result", result)
                .register(registry);
    }

    private Counter failures(String reason) {
        return Counter.builder("eyestalk.client.failures")
                .description("Why browsers did not reach somebody, as they tell it")
                .tag("reason", reason)
                .register(registry);
    }
}
