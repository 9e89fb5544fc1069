package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.ContractExamples;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemContractTest {
    private final ContractExamples examples = new ContractExamples("rest");

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyProblemIsToldAsInItsExample(ProblemCode code) {
        var example = examples.json("problem." + code.slug());

        var problem = Objects.requireNonNull(Problems.of(new RejectedException(code)).getBody());

        assertThat(problem.getType()).hasToString(example.path("type").asString());
        assertThat(problem.getTitle()).isEqualTo(example.path("title").asString());
        assertThat(problem.getStatus()).isEqualTo(example.path("status").asInt());
        assertThat(problem.getProperties()).containsEntry("code", example.path("code").asString());
    }

    @Test
    void thereIsNoExampleOfAProblemThatNobodyHas() {
        assertThat(examples.names("problem.")).hasSameSizeAs(ProblemCode.values());
    }
}
