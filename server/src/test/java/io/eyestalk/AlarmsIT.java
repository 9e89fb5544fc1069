package io.eyestalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alarms as Prometheus reads them. */
class AlarmsIT {
    @BeforeEach
    void prometheusIsThere() {
        assumeTrue(Promtool.isInstalled(), "install Debian's prometheus");
    }

    @Test
    void theConfigurationAndTheRulesAreValid() throws IOException {
        var configuration = MonitoringFiles.RULES.resolveSibling("prometheus.yaml");

        assertThat(Promtool.checkRules(MonitoringFiles.RULES)).returns(0, Promtool.Verdict::status);
        assertThat(Promtool.checkConfiguration(configuration)).returns(0, Promtool.Verdict::status);
    }

    @Test
    void everyAlarmSoundsWhenItShouldAndIsQuietOtherwise() throws IOException {
        assertThat(Promtool.testRules(MonitoringFiles.RULE_TESTS))
                .returns(0, Promtool.Verdict::status);
    }
}
