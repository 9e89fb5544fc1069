package io.eyestalk.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RejectedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatPolicyTest {
    private static final MemberId ME = new MemberId("me");

    @Test
    void letsALineToEverybodyPass() {
        var line = ChatPolicy.check(ME, new ChatPolicy.Wish("  안녕하세요\n👋  ", false, null));

        assertThat(line)
                .isEqualTo(new ChatPolicy.Line(new ChatText("안녕하세요\n👋"), Optional.empty()));
    }

    @Test
    void letsALineToAnotherMemberPass() {
        var line = ChatPolicy.check(ME, new ChatPolicy.Wish("hi", true, "you"));

        assertThat(line.addressee()).contains(new MemberId("you"));
    }

    @Test
    void looksAtNoAddresseeOfALineToEverybody() {
        var line = ChatPolicy.check(ME, new ChatPolicy.Wish("hi", null, ""));

        assertThat(line.addressee()).isEmpty();
    }

    @Test
    void takesTwoThousandCharactersAndNotOneMore() {
        assertThat(check("x".repeat(2000), false, null)).isNull();
        assertThat(check("x".repeat(2001), false, null).errors())
                .containsExactly(new FieldError("text", "must have at most 2000 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200B\u200D", "\u2028"})
    void refusesALineThatShowsNothing(String text) {
        assertThat(check(text, false, null).errors())
                .containsExactly(new FieldError("text", "must not be empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\u007Fb", "a\uD83Db"})
    void refusesControlCharactersAndHalfCharacters(String text) {
        assertThat(check(text, false, null).errors())
                .containsExactly(new FieldError("text", "must not contain control characters"));
    }

    @Test
    void refusesADirectLineToNobodyOrToOneself() {
        assertThat(check("hi", true, null).errors())
                .containsExactly(new FieldError("dest", "is missing"));
        assertThat(check("hi", true, "me").errors())
                .containsExactly(new FieldError("dest", "must be another member"));
        assertThat(check("hi", true, "not an id").errors())
                .containsExactly(new FieldError("dest", "must be visible ASCII"));
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThat(check("", true, null).errors())
                .extracting(FieldError::field)
                .containsExactly("text", "dest");
    }

    @Test
    void neverPrintsWhatWasSaid() {
        var wish = new ChatPolicy.Wish("a secret", true, "you");

        assertThat(wish.toString()).doesNotContain("a secret");
        assertThat(ChatPolicy.check(ME, wish).toString()).doesNotContain("a secret");
    }

    private static RejectedException check(
            String text, @Nullable Boolean direct, @Nullable String dest) {
        return catchThrowableOfType(
                RejectedException.class,
                () -> ChatPolicy.check(ME, new ChatPolicy.Wish(text, direct, dest)));
    }
}
