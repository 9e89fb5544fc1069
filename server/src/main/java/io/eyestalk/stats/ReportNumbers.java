package io.eyestalk.stats;

import io.eyestalk.stats.ClientReport.Kind;
import io.eyestalk.stats.ClientReports.Count;
import io.eyestalk.stats.Overview.Failure;
import io.eyestalk.stats.Overview.JoinTime;
import io.eyestalk.stats.Overview.Paths;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the counts of browsers' reports say. */
final class ReportNumbers {
    private final List<Count> counts;

    ReportNumbers(List<Count> counts) {
        this.counts = List.copyOf(counts);
    }

    /** One per hour, also where nobody reported. */
    List<JoinTime> joinTimes(List<Instant> hours) {
        var byHour = of(Kind.JOIN_TIME).collect(Collectors.groupingBy(Count::hour));
        return hours.stream()
                .map(hour -> joinTime(hour, byHour.getOrDefault(hour, List.of())))
                .toList();
    }

    Paths paths() {
        var paths = byWord(Kind.PATH);
        return new Paths(paths.getOrDefault("direct", 0L), paths.getOrDefault("relay", 0L));
    }

    /** Most frequent first. */
    List<Failure> failures() {
        return byWord(Kind.FAILURE).entrySet().stream()
                .map(reason -> new Failure(reason.getKey(), reason.getValue()))
                .sorted(
                        Comparator.comparingLong(Failure::reports)
                                .reversed()
                                .thenComparing(Failure::reason))
                .toList();
    }

    private static JoinTime joinTime(Instant hour, List<Count> counts) {
        var times = new JoinTimes(sums(counts));
        return new JoinTime(
                hour, times.count(), orNull(times.percentile(50)), orNull(times.percentile(95)));
    }

    private Map<String, Long> byWord(Kind kind) {
        return sums(of(kind).toList());
    }

    private static Map<String, Long> sums(List<Count> counts) {
        return counts.stream()
                .collect(
                        Collectors.groupingBy(Count::what, Collectors.summingLong(Count::reports)));
    }

    private Stream<Count> of(Kind kind) {
        return counts.stream().filter(count -> count.kind().equals(kind.column()));
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
