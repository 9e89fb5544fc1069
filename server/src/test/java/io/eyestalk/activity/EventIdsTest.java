package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    private final EventIds ids = new EventIds();

    @Test
    void areVersion7OfTheirTime() {
        var id = ids.next(Documents.NOON);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(Documents.NOON.toEpochMilli());
    }

    @Test
    void sortByTimeAndDifferWithinAMillisecond() {
        var distinct = new HashSet<UUID>();

        for (var i = 0; i < 10_000; i++) {
            distinct.add(ids.next(Documents.NOON));
        }

        assertThat(distinct).hasSize(10_000);
        var later = ids.next(Documents.NOON.plusMillis(1)).toString();
        assertThat(distinct).allMatch(id -> id.toString().compareTo(later) < 0);
    }
}
