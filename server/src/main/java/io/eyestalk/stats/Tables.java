package io.eyestalk.stats;

import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.stats.Overview.Hour;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts of an overview as tables: a line of names, then the numbers. */
final class Tables {
    private Tables() {}

    /**
     * A time zone by its name in the IANA database.
     *
     * @throws RejectedException {@code VALIDATION_FAILED}
     */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw RejectedException.invalid("zone", "is no time zone");
        }
    }

    /**
     * One chart.
     *
     * @throws RejectedException {@code NOT_FOUND} for a chart that there is not
     */
    static List<List<String>> of(String chart, Overview overview, ZoneId zone) {
        return switch (chart) {
            case "now" ->
                    List.of(
                            List.of("time", "rooms", "members", "nodes"),
                            List.of(
                                    time(overview.at(), zone),
                                    Long.toString(overview.now().rooms()),
                                    Long.toString(overview.now().members()),
                                    Long.toString(overview.now().nodes())));
            case "rooms-per-hour" -> perHour("rooms", overview.roomsPerHour(), zone);
            case "rooms-today" -> perHour("rooms", overview.today().roomsPerHour(), zone);
            case "people-today" -> perHour("people", overview.today().peoplePerHour(), zone);
            case "messages-per-room" -> messages(overview);
            case "join-times" -> joinTimes(overview, zone);
            case "paths" ->
                    List.of(
                            List.of("path", "reports"),
                            List.of("direct", Long.toString(overview.paths().direct())),
                            List.of("relay", Long.toString(overview.paths().relayed())));
            case "failures" -> failures(overview);
            default -> throw new RejectedException(ProblemCode.NOT_FOUND);
        };
    }

    private static List<List<String>> perHour(String what, List<Hour> hours, ZoneId zone) {
        return table(
                List.of("hour", what),
                hours,
                hour -> List.of(time(hour.from(), zone), Long.toString(hour.count())));
    }

    private static List<List<String>> messages(Overview overview) {
        return table(
                List.of("room", "messages"),
                overview.messages(),
                room -> List.of(room.room(), Long.toString(room.count())));
    }

    private static List<List<String>> joinTimes(Overview overview, ZoneId zone) {
        return table(
                List.of("hour", "reports", "median ms", "95th percentile ms"),
                overview.joinTimes(),
                hour ->
                        List.of(
                                time(hour.from(), zone),
                                Long.toString(hour.reports()),
                                orNothing(hour.medianMs()),
                                orNothing(hour.p95Ms())));
    }

    private static List<List<String>> failures(Overview overview) {
        return table(
                List.of("reason", "reports"),
                overview.failures(),
                failure -> List.of(failure.reason(), Long.toString(failure.reports())));
    }

    private static <T> List<List<String>> table(
            List<String> names, List<T> rows, Function<T, List<String>> row) {
        return Stream.concat(Stream.of(names), rows.stream().map(row)).toList();
    }

    private static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    private static String orNothing(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }
}
