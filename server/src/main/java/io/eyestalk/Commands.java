package io.eyestalk;

import io.eyestalk.shared.Command;
import io.eyestalk.shared.Terminal;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds and runs the {@link Command} that the first word of the command line names. */
final class Commands {
    private Commands() {}

    /** The exit code; empty when no command is named and the server should start. */
    static OptionalInt run(List<String> line) {
        var command = line.isEmpty() ? Optional.<Command>empty() : named(line.getFirst());
        return command.map(found -> OptionalInt.of(run(found, line.subList(1, line.size()))))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Command> named(String name) {
        return ServiceLoader.load(Command.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(command -> command.name().equals(name))
                .findFirst();
    }

    private static int run(Command command, List<String> arguments) {
        try {
            return command.run(arguments, new Streams());
        } catch (IOException failure) {
            System.err.println(command.name() + ": " + failure.getMessage());
            return Command.FAILED;
        }
    }

    /** The streams of the process. */
    private static final class Streams implements Terminal {
        @Override
        public InputStream in() {
            return System.in;
        }

        @Override
        public PrintStream out() {
            return System.out;
        }

        @Override
        public PrintStream err() {
            return System.err;
        }

        @Override
        @SuppressWarnings("SystemConsoleNull") // null without a terminal, again, since JDK 25
        public String readSecret(String prompt) throws IOException {
            var console = System.console();
            if (console != null && console.isTerminal()) {
                return present(text(console.readPassword("%s: ", prompt)));
            }
            // Not closed: it is the process's own.
            var lines = new InputStreamReader(System.in, StandardCharsets.UTF_8);
            return present(new BufferedReader(lines).readLine());
        }

        private static @Nullable String text(char @Nullable [] typed) {
            return typed == null ? null : new String(typed);
        }

        private static String present(@Nullable String line) throws IOException {
            if (line == null) {
                throw new EOFException("no line to read");
            }
            return line;
        }
    }
}
