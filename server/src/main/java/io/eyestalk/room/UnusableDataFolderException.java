package io.eyestalk.room;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder cannot be made or written. */
class UnusableDataFolderException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    UnusableDataFolderException(Path folder, @Nullable Throwable cause) {
        super("The data folder " + folder + " cannot be used.", cause);
    }
}
