package io.eyestalk.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.core.io.ClassPathResource;

/**
 * How documents lie in a search engine: one index for each month (UTC), all of them behind one
 * alias. A document belongs to the month it tells of, so that it finds itself there when it comes
 * again.
 */
final class SearchIndex {
    /** The alias that dashboards read. */
    static final String ALIAS = "webrtc_room";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu.MM");

    private SearchIndex() {}

    /** The index of what happened then. */
    static String of(Instant at) {
        return ALIAS + "-" + MONTH.format(at.atOffset(ZoneOffset.UTC));
    }

    /** Whether everything in an index of ours happened before a time. */
    static boolean isOlder(String index, Instant time) {
        if (!index.startsWith(ALIAS + "-")) {
            return false;
        }
        try {
            var month = YearMonth.parse(index.substring(ALIAS.length() + 1), MONTH);
            return month.isBefore(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
        } catch (DateTimeException anotherIndex) {
            return false;
        }
    }

    /** The template of new indexes, in JSON: mapping, settings and alias, with a version. */
    static String template() {
        try {
            return new ClassPathResource("webrtc_room.template.json", SearchIndex.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
