package io.eyestalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsIT {
    @Test
    void aPasswordMayComeThroughAPipe() throws IOException, InterruptedException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EyesTalkApplication.class.getName(),
                        "hash-password");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();

        try (var password = process.outputWriter(StandardCharsets.UTF_8)) {
            password.write("correct horse battery\n");
        }
        var printed = process.inputReader(StandardCharsets.UTF_8).readAllAsString();

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).startsWith("{argon2id}$argon2id$");
    }
}
