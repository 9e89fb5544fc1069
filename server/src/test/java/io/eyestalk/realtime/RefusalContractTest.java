package io.eyestalk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.ProblemCode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RefusalContractTest {
    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAsTheExampleSays(String name) {
        var example = Contract.example("ack/" + name);

        assertThat(Contract.json(refused(example))).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("errorMessages")
    void tellsClientsWithoutAcknowledgementsAsTheExampleSays(String name) {
        var example = Contract.example("server/" + name);

        var message = new ErrorMessage(refused(example), example.get("event").stringValue());

        assertThat(Contract.json(message)).isEqualTo(example);
    }

    @Test
    void everyCodeOfASocketHasAnExample() {
        var codes =
                refusals().stream()
                        .map(name -> Contract.example("ack/" + name).get("code").stringValue());

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemCode.values())
                                .filter(code -> !code.isOfRestOnly())
                                .map(Enum::name)
                                .toList());
    }

    @Test
    void anAnswerStandsBesideOk() {
        record Answer(String id) {}

        assertThat(Contract.json(Ack.of(new Answer("i1"))).toString())
                .isEqualTo("{\"ok\":true,\"id\":\"i1\"}");
        assertThat(Contract.json(Ack.done()).toString()).isEqualTo("{\"ok\":true}");
    }

    private static Ack.Refused refused(JsonNode example) {
        return new Ack.Refused(
                false,
                ProblemCode.valueOf(example.get("code").stringValue()),
                example.get("message").stringValue(),
                errors(example),
                seconds(example));
    }

    private static List<FieldError> errors(JsonNode example) {
        return example.path("errors")
                .valueStream()
                .map(
                        error ->
                                new FieldError(
                                        error.get("field").stringValue(),
                                        error.get("message").stringValue()))
                .toList();
    }

    private static @Nullable Long seconds(JsonNode example) {
        var seconds = example.get("retry_after");
        return seconds == null ? null : seconds.longValue();
    }

    static List<String> refusals() {
        return Contract.examplesIn("ack").stream()
                .filter(name -> name.startsWith("refused."))
                .toList();
    }

    static List<String> errorMessages() {
        return Contract.examplesIn("server").stream()
                .filter(name -> name.startsWith("error-message"))
                .toList();
    }
}
