package io.eyestalk.shared;

import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTest {
    @Test
    void nodesOfOneNameAreDifferentNodes() {
        assertThat(new NodeId("a", "seoul-1")).isNotEqualTo(new NodeId("b", "seoul-1"));
        assertThat(new NodeId("a", "seoul-1")).hasToString("seoul-1/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "줄\n바꿈"})
    void aNameThatWouldBreakALogLineIsRefused(String name) {
        assertThat(refusalOf(() -> new NodeId("a", name)).code())
                .isEqualTo(ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aNameOfSixtyFourCharactersIsTheLongest() {
        assertThat(new NodeId("a", "n".repeat(64)).name()).hasSize(64);
        assertThat(refusalOf(() -> new NodeId("a", "n".repeat(65))).code())
                .isEqualTo(ProblemCode.VALIDATION_FAILED);
    }
}
