package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void cellsAreQuotedWhereRfc4180WantsIt() {
        var csv = Csv.of(List.of(List.of("a", "b,c", "d\"e"), List.of("", "f\r\ng", "방")));

        assertThat(csv).isEqualTo("a,\"b,c\",\"d\"\"e\"\r\n,\"f\r\ng\",방\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void noSpreadsheetRunsACell(String formula) {
        assertThat(Csv.of(List.of(List.of(formula)))).startsWith("\"'" + formula.charAt(0));
    }

    @ParameterizedTest
    @CsvSource({"50, 150", "95, 195", "100, 200"})
    void percentilesStandWithinTheirBucket(int percent, long expected) {
        var times = new JoinTimes(Map.of("200", 10L));

        assertThat(times.percentile(percent)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "100, 100", "101, 200", "60000, 60000", "2147483647, 60000"})
    void everyJoinTimeHasABucket(int ms, String bucket) {
        assertThat(JoinTimes.bucketOf(ms)).isEqualTo(bucket);
    }
}
