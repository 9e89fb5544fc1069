package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.ContractExamples;
import io.eyestalk.stats.ActivityCounts.RoomMessage;
import io.eyestalk.stats.LoginController.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard's interface answers has the form of the contract, field by field. */
class DashboardContractTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ContractExamples examples = new ContractExamples("rest");

    @ParameterizedTest
    @CsvSource({
        "overview.response",
        "messages.response",
        "session.response",
        "session.response.nobody"
    })
    void answersAsTheContractSays(String answer) {
        var type =
                switch (answer) {
                    case "overview.response" -> Overview.class;
                    case "messages.response" -> RoomMessage[].class;
                    default -> Session.class;
                };
        var example = examples.json("dashboard-" + answer);

        var written = JSON.writeValueAsString(JSON.treeToValue(example, type));

        assertThat(JSON.readTree(written)).isEqualTo(example);
    }
}
