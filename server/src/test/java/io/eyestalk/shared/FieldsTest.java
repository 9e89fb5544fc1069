package io.eyestalk.shared;

import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var fields = new Fields();
        fields.required("roomName", null, RoomName::new);
        fields.optional("x".repeat(30), Nickname::new);
        fields.wrong("roomCapacity", "must be 2 to 4");

        var refusal = refusalOf(() -> fields.done(() -> "unused"));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("roomName", "userNickname", "roomCapacity");
        assertThat(refusal.detail()).isEqualTo("roomName is missing.");
    }

    @Test
    void whatIsRightIsGivenOn() {
        var fields = new Fields();
        var name = fields.required("roomName", " a ", RoomName::new);
        var absent = fields.optional(null, Nickname::new);

        var result = fields.done(() -> name + "/" + absent);

        assertThat(result).isEqualTo("a/null");
    }
}
