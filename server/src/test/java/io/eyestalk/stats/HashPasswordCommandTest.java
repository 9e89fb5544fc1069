package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eyestalk.shared.Command;
import io.eyestalk.shared.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashPasswordCommandTest {
    private final FakeTerminal terminal = new FakeTerminal("correct horse battery");

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
        var shortOne = new FakeTerminal(password);

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

    /** Answers one question and keeps what was printed. */
    private record FakeTerminal(String secret, ByteArrayOutputStream printedBytes)
            implements Terminal {
        FakeTerminal(String secret) {
            this(secret, new ByteArrayOutputStream());
        }

        String printed() {
            return printedBytes.toString(StandardCharsets.UTF_8).strip();
        }

        @Override
        public InputStream in() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public PrintStream out() {
            return new PrintStream(printedBytes, true, StandardCharsets.UTF_8);
        }

        @Override
        public PrintStream err() {
            return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        }

        @Override
        public String readSecret(String prompt) {
            return secret;
        }
    }
}
