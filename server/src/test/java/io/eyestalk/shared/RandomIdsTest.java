package io.eyestalk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomIdsTest {
    @Test
    void idsAreLongUrlSafeAndDifferent() {
        var ids = new RandomIds();

        var some = Stream.generate(ids::next).limit(1000).toList();

        assertThat(some).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{22,}"));
    }
}
