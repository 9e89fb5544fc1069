package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.ServerProcess;
import io.eyestalk.activity.DecryptCommand;
import io.eyestalk.activity.FakeSearchEngine;
import io.eyestalk.activity.OperatorKeys;
import io.eyestalk.shared.FakeTerminal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server that writes down what people say: only the operator's private key opens it. */
class ChatSecrecyIT {
    private static final String ROOM = "Whisperers";
    private static final String NICKNAME = "Wilhelmina";
    private static final String SAID = "words-nobody-may-read";
    private static final String SAID_LATER = "more-nobody-may-read";

    @TempDir private Path folder;

    @Test
    void whatIsSaidIsReadableNowhereWithoutTheKey() throws IOException {
        var keys = OperatorKeys.make();
        try (var engine = FakeSearchEngine.start();
                var server = startWriting(keys, engine);
                var person = Person.in(server.port(), ROOM, NICKNAME)) {
            say(person, SAID);
            await().until(() -> messages(engine).contains("chatting message"));
            engine.status = 503;
            say(person, SAID_LATER);

            server.stop();

            assertHidden(server.output(), "event=answered name=chatting");
            assertHidden(messages(engine), NICKNAME);
            assertHidden(bytesIn(data()), NICKNAME);
            assertHidden(bytesIn(data().resolve("spill")), "chatting message");
            assertThat(opened(messages(engine), keys)).contains(SAID);
            assertThat(opened(bytesIn(data().resolve("spill")), keys)).contains(SAID_LATER);
        }
    }

    private ServerProcess startWriting(OperatorKeys keys, FakeSearchEngine engine)
            throws IOException {
        var key = Files.writeString(folder.resolve("public.pem"), keys.publicPem());
        return ServerProcess.start(
                data(),
                "--eyestalk.activity.public-key=" + key,
                "--eyestalk.activity.search.url=" + engine.url(),
                "--logging.level.io.eyestalk=debug");
    }

    private static void say(Person person, String text) {
        var answer = person.ask("chatting", "{'text':'%s','direct':false}".formatted(text));
        assertThat(answer.path("ok").asBoolean()).isTrue();
    }

    /** That a place holds what shows that something was written there, and no text. */
    private static void assertHidden(String place, String sign) {
        assertThat(place).contains(sign);
        for (var text : List.of(SAID, SAID_LATER)) {
            assertThat(place).doesNotContain(text);
            for (var wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                assertThat(place).doesNotContain(asLatin(text, wide));
            }
        }
    }

    private String opened(String documents, OperatorKeys keys) throws IOException {
        var key = Files.writeString(folder.resolve("private.pem"), keys.privatePem());
        var terminal = FakeTerminal.reading(documents);
        new DecryptCommand().run(List.of("--private-key", key.toString()), terminal);
        return terminal.printed();
    }

    private static String messages(FakeSearchEngine engine) {
        return engine.indexes().stream()
                .flatMap(index -> engine.documents(index).values().stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String bytesIn(Path top) throws IOException {
        try (var all = Files.walk(top)) {
            var content = new StringBuilder();
            for (var file : all.filter(Files::isRegularFile).toList()) {
                content.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return content.toString();
        }
    }

    private static String asLatin(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private Path data() {
        return folder.resolve("data");
    }
}
