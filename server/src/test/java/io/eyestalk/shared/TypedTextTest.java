package io.eyestalk.shared;

import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
    @Test
    void aTitleIsStripped() {
        assertThat(new RoomName("  디자인 회의\t").value()).isEqualTo("디자인 회의");
    }

    @Test
    void aTitleHasAtMostAHundredCharacters() {
        assertThat(new RoomName("x".repeat(100)).value()).hasSize(100);

        var refusal = refusalOf(() -> new RoomName("x".repeat(101)));

        assertThat(refusal.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
        assertThat(refusal.errors())
                .containsExactly(new FieldError("roomName", "must have at most 100 characters"));
    }

    @Test
    void aNicknameHasAtMostTwentyCharacters() {
        assertThat(new Nickname("x".repeat(20)).value()).hasSize(20);

        var refusal = refusalOf(() -> new Nickname("x".repeat(21)));

        assertThat(refusal.errors().getFirst().field()).isEqualTo("userNickname");
    }

    @Test
    void textThatLooksTheSameIsTheSame() {
        var decomposed = "\u1100\u1161";

        assertThat(new Nickname(decomposed)).isEqualTo(new Nickname("가"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000", "\u200B", "\u3164", "\u2800", "\u200D\u200D"})
    void aNameThatNobodySeesIsRefused(String invisible) {
        assertThat(refusalOf(() -> new Nickname(invisible)).detail())
                .isEqualTo("userNickname must not be empty.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\u0000b",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb",
                "a\u2028b",
                "a\uD800"
            })
    void controlAndDirectionCharactersAreRefused(String tricky) {
        assertThat(refusalOf(() -> new Nickname(tricky)).code())
                .isEqualTo(ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void emojiOfSeveralPartsAreFine() {
        assertThat(new Nickname("👩‍👩‍👧 Kim").value()).isEqualTo("👩‍👩‍👧 Kim");
    }

    @Test
    void aConnectionIdIsNeverPrinted() {
        assertThat("" + new ConnectionId("secret")).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "é", "a\u0000"})
    void anIdIsVisibleAscii(String odd) {
        assertThat(refusalOf(() -> new ConnectionId(odd)).errors().getFirst().field())
                .isEqualTo("socketId");
    }
}
