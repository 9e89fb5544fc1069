package io.eyestalk.stats;

import io.eyestalk.room.Storage;
import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.RateLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;

/** Takes what browsers report about their calls. The address limits, and is not kept. */
@Service
@OnlyWithDashboard
class CallReports {
    private final ClientReports reports;
    private final Storage storage;
    private final RateLimits limits;
    private final DashboardProperties properties;
    private final ReportMetrics metrics;
    private final Clock clock;
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.EPOCH);

    CallReports(
            ClientReports reports,
            Storage storage,
            RateLimits limits,
            DashboardProperties properties,
            ReportMetrics metrics,
            Clock clock) {
        this.reports = reports;
        this.storage = storage;
        this.limits = limits;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Counts a report in its hour.
     *
     * @throws io.eyestalk.shared.RejectedException {@code RATE_LIMITED}, {@code VALIDATION_FAILED}
     */
    void take(ClientReport.Body body, ClientAddress from) {
        limits.take(Limit.CLIENT_REPORT, from.value());
        var report = body.report();
        metrics.count(report);
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        storage.use(
                () -> {
                    reports.add(hour, report);
                    if (!tidied.getAndSet(hour).equals(hour)) {
                        reports.deleteBefore(hour.minus(properties.keepReports()));
                    }
                    return report;
                });
    }
}
