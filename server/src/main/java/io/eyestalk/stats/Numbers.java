package io.eyestalk.stats;

import io.eyestalk.room.RoomCatalog;
import io.eyestalk.room.Storage;
import io.eyestalk.stats.ClientReport.Kind;
import io.eyestalk.stats.ClientReports.Count;
import io.eyestalk.stats.Overview.Failure;
import io.eyestalk.stats.Overview.JoinTime;
import io.eyestalk.stats.Overview.Paths;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The dashboard's numbers. */
@Service
@OnlyWithDashboard
class Numbers {
    private static final int HOURS = 24;

    private final RoomCatalog rooms;
    private final ClientReports reports;
    private final Storage storage;
    private final Clock clock;

    Numbers(RoomCatalog rooms, ClientReports reports, Storage storage, Clock clock) {
        this.rooms = rooms;
        this.reports = reports;
        this.storage = storage;
        this.clock = clock;
    }

    Overview overview() {
        var now = clock.instant();
        var hours = lastHours(now);
        var counts = storage.use(() -> reports.since(hours.getFirst()));
        var byHour = of(Kind.JOIN_TIME, counts).collect(Collectors.groupingBy(Count::hour));
        var paths = byWord(Kind.PATH, counts);
        return new Overview(
                now,
                rooms.occupancy(),
                hours.stream()
                        .map(hour -> joinTime(hour, byHour.getOrDefault(hour, List.of())))
                        .toList(),
                new Paths(paths.getOrDefault("direct", 0L), paths.getOrDefault("relay", 0L)),
                failures(counts));
    }

    /** The starts of the hours, this one the last. */
    private static List<Instant> lastHours(Instant now) {
        var last = now.truncatedTo(ChronoUnit.HOURS);
        return IntStream.rangeClosed(1 - HOURS, 0)
                .mapToObj(number -> last.plus(Duration.ofHours(number)))
                .toList();
    }

    private static JoinTime joinTime(Instant hour, List<Count> counts) {
        var times = new JoinTimes(sums(counts));
        return new JoinTime(
                hour, times.count(), orNull(times.percentile(50)), orNull(times.percentile(95)));
    }

    private static List<Failure> failures(List<Count> counts) {
        return byWord(Kind.FAILURE, counts).entrySet().stream()
                .map(reason -> new Failure(reason.getKey(), reason.getValue()))
                .sorted(
                        Comparator.comparingLong(Failure::reports)
                                .reversed()
                                .thenComparing(Failure::reason))
                .toList();
    }

    private static Map<String, Long> byWord(Kind kind, List<Count> counts) {
        return sums(of(kind, counts).toList());
    }

    private static Map<String, Long> sums(List<Count> counts) {
        return counts.stream()
                .collect(
                        Collectors.groupingBy(Count::what, Collectors.summingLong(Count::reports)));
    }

    private static Stream<Count> of(Kind kind, List<Count> counts) {
        return counts.stream().filter(count -> count.kind().equals(kind.column()));
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
