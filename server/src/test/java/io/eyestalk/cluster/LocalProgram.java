package io.eyestalk.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server program that a Debian package brought to this machine. */
public final class LocalProgram {
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/bin");

    private LocalProgram() {}

    public static Optional<Path> find(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A process to be of that program, which prints nothing. */
    static ProcessBuilder silent(String... command) {
        var words = command.clone();
        words[0] = find(command[0]).orElseThrow().toString();
        return new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
