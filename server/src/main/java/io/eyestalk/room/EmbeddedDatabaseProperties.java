package io.eyestalk.room;

import io.eyestalk.shared.Folder;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the embedded database lives.
 *
 * @param dataDir a folder; {@code ~} at its start means the user's home
 */
@Validated
@ConfigurationProperties("eyestalk")
record EmbeddedDatabaseProperties(@NotBlank String dataDir) {
    /** The folder as an absolute path, which H2 insists on. */
    Path folder() {
        return new Folder(dataDir).path();
    }
}
