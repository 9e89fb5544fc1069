package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import io.eyestalk.shared.Command;
import io.eyestalk.shared.FakeTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DecryptCommandTest {
    private static final OperatorKeys OLD = OperatorKeys.make();
    private static final OperatorKeys NEW = OperatorKeys.make();

    @TempDir private Path folder;
    private Path oldKey = Path.of("");
    private Path newKey = Path.of("");

    @BeforeEach
    void keepKeys() throws IOException {
        oldKey = Files.writeString(folder.resolve("old.pem"), OLD.privatePem());
        newKey = Files.writeString(folder.resolve("new.pem"), NEW.privatePem());
    }

    @Test
    void readsDocumentsFromStandardInputAndPrintsTheirText() throws IOException, JOSEException {
        var input = ActivityJson.write(Documents.numbered(1)) + "\n\n" + document(NEW, "안녕\n🎉");
        var terminal = FakeTerminal.reading(input);

        var exit = run(terminal, "--private-key", newKey.toString());

        var printed = JsonMapper.shared().readTree(terminal.printed());
        assertThat(exit).isEqualTo(Command.DONE);
        assertThat(printed.path("text").stringValue()).isEqualTo("안녕\n🎉");
        assertThat(printed.path("room_id").stringValue()).isEqualTo("디자인");
        assertThat(printed.has("chatting message")).isFalse();
    }

    @Test
    void readsAFileWithHitsOfASearch() throws IOException, JOSEException {
        var hit = "{\"_id\":\"1\",\"_source\":" + document(NEW, "hello") + "}\n";
        var file = Files.writeString(folder.resolve("hits.ndjson"), hit);
        var terminal = FakeTerminal.reading("");

        run(terminal, "--private-key", newKey.toString(), file.toString());

        assertThat(terminal.printed()).contains("\"text\":\"hello\"");
    }

    @Test
    void readsTheBareColumnOfTheTable() throws IOException, JOSEException {
        var terminal = FakeTerminal.reading(sealed(NEW, "hello"));

        run(terminal, "--private-key", newKey.toString());

        assertThat(terminal.printed()).isEqualTo("{\"text\":\"hello\"}");
    }

    @Test
    void takesTheKeyThatEachMessageNames() throws IOException, JOSEException {
        var terminal = FakeTerminal.reading(sealed(OLD, "then") + "\n" + sealed(NEW, "now"));

        run(terminal, "--private-key", newKey.toString(), "--private-key", oldKey.toString());

        assertThat(terminal.printed().lines())
                .containsExactly("{\"text\":\"then\"}", "{\"text\":\"now\"}");
    }

    @Test
    void aJwkOpensWhatWasSealedForItsPem() throws IOException, JOSEException {
        var jwk =
                new RSAKey.Builder((RSAPublicKey) NEW.pair().getPublic())
                        .privateKey(NEW.pair().getPrivate())
                        .keyID("mine")
                        .build();
        var file = Files.writeString(folder.resolve("key.jwk"), jwk.toJSONString());
        var terminal = FakeTerminal.reading(sealed(NEW, "hello"));

        run(terminal, "--private-key", file.toString());

        assertThat(terminal.printed()).isEqualTo("{\"text\":\"hello\"}");
    }

    @Test
    void namesTheLinesItCannotReadAndReadsTheOthers() throws IOException, JOSEException {
        var good = sealed(NEW, "hello");
        var changed = good.substring(0, good.length() - 4) + "AAAA";
        var input = String.join("\n", sealed(OLD, "then"), good, "{\"half", "hello", changed, "[]");
        var terminal = FakeTerminal.reading(input);

        var exit = run(terminal, "--private-key", newKey.toString());

        assertThat(exit).isEqualTo(Command.FAILED);
        assertThat(terminal.printed()).isEqualTo("{\"text\":\"hello\"}");
        assertThat(terminal.told().lines())
                .containsExactly(
                        "line 1: sealed for another key, kid "
                                + new SealingKey(OLD.publicPem()).id(),
                        "line 3: no activity document",
                        "line 4: no JWE",
                        "line 5: the message was changed",
                        "line 6: no JWE");
    }

    @Test
    void aPublicKeyOpensNothing() throws IOException {
        var file = Files.writeString(folder.resolve("public.pem"), NEW.publicPem());
        var terminal = FakeTerminal.reading("");

        assertThat(run(terminal, "--private-key", file.toString())).isEqualTo(Command.FAILED);
        assertThat(terminal.told()).startsWith(file + ": no RSA key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--private-key", "documents.ndjson", "--private-key k a b"})
    void saysHowItIsUsed(String line) throws IOException {
        var terminal = FakeTerminal.reading("");

        assertThat(run(terminal, line.isEmpty() ? new String[0] : line.split(" ", -1)))
                .isEqualTo(Command.MISUSED);
        assertThat(terminal.told()).startsWith("usage: ");
    }

    @Test
    void theJarFindsIt() {
        assertThat(ServiceLoader.load(Command.class).stream().map(each -> each.get().name()))
                .contains("decrypt");
    }

    private static int run(FakeTerminal terminal, String... arguments) throws IOException {
        return new DecryptCommand().run(List.of(arguments), terminal);
    }

    private static String sealed(OperatorKeys keys, String text) throws JOSEException {
        return new SealingKey(keys.publicPem()).seal(text);
    }

    private static String document(OperatorKeys keys, String text) throws JOSEException {
        return ActivityJson.write(
                new ActivityDocument(
                        UUID.randomUUID(),
                        ActivityKind.CHAT,
                        "디자인",
                        "지우",
                        "sid-1",
                        Documents.NOON,
                        "node-1",
                        sealed(keys, text)));
    }
}
