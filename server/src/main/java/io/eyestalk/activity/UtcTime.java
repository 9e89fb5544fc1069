package io.eyestalk.activity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Columns hold UTC whatever the time zone of the machine or of the database is. */
final class UtcTime {
    private UtcTime() {}

    static LocalDateTime toColumn(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
