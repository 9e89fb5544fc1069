package io.eyestalk;

import io.eyestalk.cluster.LocalProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus' own checker, of Debian's package {@code prometheus}. */
public final class Promtool {
    private static final int PATIENCE_SECONDS = 60;
    private static final String NAME = "promtool";
    private static final Path NOTHING = Path.of("/dev/null");

    private Promtool() {}

    /**
     * What it found and how it ended.
     *
     * @param status 0 when there is nothing to say
     */
    public record Verdict(int status, String text) {}

    public static boolean isInstalled() {
        return LocalProgram.find(NAME).isPresent();
    }

    /** Checks names, types and help of what a server exposes. */
    public static Verdict checkMetrics(String exposition) throws IOException {
        var input = Files.createTempFile("metrics", ".txt");
        try {
            Files.writeString(input, exposition);
            return run(input, "check", "metrics");
        } finally {
            Files.delete(input);
        }
    }

    public static Verdict checkRules(Path rules) throws IOException {
        return run(NOTHING, "check", "rules", "--lint-fatal", rules.toString());
    }

    public static Verdict checkConfiguration(Path configuration) throws IOException {
        return run(NOTHING, "check", "config", configuration.toString());
    }

    /** Runs unit tests of rules, as they stand in that file. */
    public static Verdict testRules(Path tests) throws IOException {
        return run(NOTHING, "test", "rules", tests.toString());
    }

    private static Verdict run(Path input, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(LocalProgram.find(NAME).orElseThrow().toString()));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(input.toFile())
                        .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var ended = process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return new Verdict(ended.exitValue(), text);
    }
}
