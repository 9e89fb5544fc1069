package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eyestalk.shared.Command;
import io.eyestalk.shared.FakeTerminal;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashPasswordCommandTest {
    private final FakeTerminal terminal = FakeTerminal.answering("correct horse battery");

    @Test
    void theHashFitsThePasswordAndNoOther() throws IOException {
        var exit = new HashPasswordCommand().run(List.of(), terminal);

        var hash = new PasswordHash(terminal.printed());
        assertThat(exit).isEqualTo(Command.DONE);
        assertThat(hash.matches("correct horse battery")).isTrue();
        assertThat(hash.matches("correct horse")).isFalse();
        assertThat(hash).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "𝄞𝄞𝄞𝄞𝄞"})
    void aShortPasswordIsRefused(String password) throws IOException {
        var shortOne = FakeTerminal.answering(password);

        assertThat(new HashPasswordCommand().run(List.of(), shortOne)).isEqualTo(Command.FAILED);
        assertThat(shortOne.printed()).isEmpty();
    }

    @Test
    void aPasswordOnTheCommandLineIsRefused() throws IOException {
        var exit = new HashPasswordCommand().run(List.of("correct horse battery"), terminal);

        assertThat(exit).isEqualTo(Command.MISUSED);
        assertThat(terminal.printed()).isEmpty();
    }

    @Test
    void theJarFindsIt() {
        assertThat(ServiceLoader.load(Command.class).stream().map(each -> each.get().name()))
                .contains("hash-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "{noop}secret", "{bcrypt}secret", "$2a$10$abc"})
    void theServerDoesNotStartWithSomethingElseThanAHash(String value) {
        assertThatThrownBy(() -> new PasswordHash(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
    }
}
