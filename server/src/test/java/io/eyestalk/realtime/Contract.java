package io.eyestalk.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the wire that all sides share, see {@code contract/README.md}. */
public final class Contract {
    private static final Path EVENTS = Path.of("..", "contract", "events");

    private Contract() {}

    /** One example, by its folder and name without {@code .json}. */
    public static JsonNode example(String name) {
        try {
            return JsonMapper.shared().readTree(Files.readString(EVENTS.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all examples of a folder, in order. */
    public static List<String> examplesIn(String folder) {
        var files = EVENTS.resolve(folder).toFile().list();
        if (files == null) {
            throw new IllegalStateException("no examples in " + folder);
        }
        return Arrays.stream(files).map(file -> file.replace(".json", "")).sorted().toList();
    }

    /** The event an example is of. */
    public static String eventOf(String name) {
        return name.replaceAll("^.*/", "").replaceAll("\\..*$", "");
    }

    /** What a client gets of a payload. */
    public static JsonNode json(Object payload) {
        var mapper = JsonMapper.shared();
        return mapper.readTree(mapper.writeValueAsString(payload));
    }

    /** Reads a payload as the server would. */
    public static <P> P read(Class<P> type, JsonNode payload) {
        return PayloadReader.of(type).read(List.of(payload));
    }
}
