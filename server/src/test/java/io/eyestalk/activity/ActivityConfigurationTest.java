package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityConfigurationTest {
    private final ActivityConfiguration configuration = new ActivityConfiguration();

    @Test
    void nothingIsSealedWithoutAKey() {
        assertThat(sealer("")).isSameAs(ChatSealer.SILENT);
    }

    @Test
    void theKeyIsReadFromItsFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), OperatorKeys.make().publicPem());

        assertThat(sealer(file.toString())).isInstanceOf(BackgroundSealer.class);
    }

    @Test
    void theServerDoesNotStartWithoutTheFileItIsTold(@TempDir Path folder) {
        assertThatThrownBy(() -> sealer(folder.resolve("none").toString()))
                .hasMessageStartingWith("eyestalk.activity.public-key: cannot read");
    }

    @Test
    void theServerDoesNotStartWithSomethingElseThanAKey(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key"), "s3cret");

        assertThatThrownBy(() -> sealer(file.toString()))
                .hasMessageStartingWith("eyestalk.activity.public-key: no RSA key")
                .hasMessageNotContaining("s3cret");
    }

    private ChatSealer sealer(String file) {
        return configuration.chatSealer(
                TestProperties.withPublicKey(file), new SimpleMeterRegistry());
    }
}
