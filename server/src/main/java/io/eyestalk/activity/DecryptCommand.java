package io.eyestalk.activity;

import io.eyestalk.shared.Command;
import io.eyestalk.shared.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints what people said, for the lawful case: activity documents in, one a line; messages with
 * their text out, one line of JSON each. Only whoever has the private key can do that.
 */
public final class DecryptCommand implements Command {
    private static final String KEY = "--private-key";
    private static final String USAGE =
            "usage: java -jar eyestalk.jar decrypt --private-key FILE [--private-key FILE …] [DOCUMENTS]";

    /** For the service loader. */
    public DecryptCommand() {}

    @Override
    public String name() {
        return "decrypt";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        var wish = Wish.of(arguments);
        if (wish == null) {
            terminal.err().println(USAGE);
            return MISUSED;
        }
        var keys = new OpeningKeys();
        for (var file : wish.keys()) {
            try {
                keys.add(Files.readString(file));
            } catch (IllegalArgumentException wrong) {
                terminal.err().println(file + ": " + wrong.getMessage());
                return FAILED;
            }
        }
        try (var documents = wish.documents(terminal)) {
            return open(documents, keys, terminal);
        }
    }

    private static int open(InputStream documents, OpeningKeys keys, Terminal terminal)
            throws IOException {
        var result = DONE;
        var lines = new BufferedReader(new InputStreamReader(documents, StandardCharsets.UTF_8));
        // Names and texts are UTF-8 wherever they go, whatever the terminal thinks.
        var out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
        var number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                SealedLine.read(line).map(keys::open).ifPresent(out::println);
            } catch (IllegalArgumentException unreadable) {
                terminal.err().println("line " + number + ": " + unreadable.getMessage());
                result = FAILED;
            }
        }
        out.flush();
        return result;
    }

    /** What was asked for. No documents: those on standard input. */
    private record Wish(List<Path> keys, List<Path> files) {
        static @Nullable Wish of(List<String> arguments) {
            var keys = new ArrayList<Path>();
            var files = new ArrayList<Path>();
            var words = arguments.iterator();
            while (words.hasNext()) {
                var word = words.next();
                if (!word.equals(KEY)) {
                    files.add(Path.of(word));
                } else if (words.hasNext()) {
                    keys.add(Path.of(words.next()));
                } else {
                    return null;
                }
            }
            return keys.isEmpty() || files.size() > 1 ? null : new Wish(keys, files);
        }

        InputStream documents(Terminal terminal) throws IOException {
            return files.isEmpty() ? terminal.in() : Files.newInputStream(files.getFirst());
        }
    }
}
