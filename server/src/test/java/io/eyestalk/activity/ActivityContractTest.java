package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eyestalk.ContractExamples;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ActivityContractTest {
    private static final ContractExamples EXAMPLES = new ContractExamples("activity");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> names() {
        return EXAMPLES.names("").stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void documentsLookLikeTheirExample(String name) {
        var document = ActivityJson.read(EXAMPLES.text(name));

        var line = ActivityJson.write(document);

        assertThat(JSON.readTree(line)).isEqualTo(EXAMPLES.json(name));
        assertThat(line).doesNotContain("\n");
    }

    @Test
    void halfALineIsNoDocument() {
        var line = ActivityJson.write(Documents.numbered(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivityJson.read(line.substring(0, line.length() / 2)))
                .withMessage("no activity document")
                .withNoCause();
    }

    @Test
    void printsNeitherNamesNorWords() {
        var document = ActivityJson.read(EXAMPLES.text("chatting"));

        assertThat(document.toString()).doesNotContain("지우", "디자인", "eyJ");
    }
}
