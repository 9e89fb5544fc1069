package io.eyestalk.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The commands that {@code docs/operations.md} tells an operator, run as they stand there. */
final class DocumentedCommands {
    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final String COMMANDS = "\\s+```sh\\n(.*?)```";

    private final Path folder;
    private final Map<String, String> variables;

    /**
     * @param folder where they are run
     * @param variables what the operator is told to set
     */
    DocumentedCommands(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /** Runs the commands under that mark; the first that fails ends it. */
    void run(String mark) throws IOException {
        var shell =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", read(mark))
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        shell.environment().putAll(variables);
        var process = shell.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var exit = process.onExit().join().exitValue();
        if (exit != 0) {
            throw new AssertionError(mark + " ended with " + exit + ":\n" + output);
        }
    }

    private static String read(String mark) throws IOException {
        var comment = Pattern.quote("<!-- tried by a test: " + mark + " -->");
        var block = Pattern.compile(comment + COMMANDS, Pattern.DOTALL);
        var found = block.matcher(Files.readString(DOCUMENT));
        if (!found.find()) {
            throw new AssertionError(DOCUMENT + " has no commands marked " + mark);
        }
        return found.group(1);
    }
}
