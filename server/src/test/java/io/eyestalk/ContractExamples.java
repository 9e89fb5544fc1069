package io.eyestalk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the examples of the wire in the folder {@code contract} of the repository. */
public final class ContractExamples {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    /** The examples of one sub-folder, such as {@code rest}. */
    public ContractExamples(String folder) {
        this.folder = root().resolve(folder);
    }

    /** The names of all files that start so, without their ending. */
    public List<String> names(String start) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(start) && name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String text(String name) {
        try {
            return Files.readString(folder.resolve(name + ".json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public JsonNode json(String name) {
        return JSON.readTree(text(name));
    }

    private static Path root() {
        var here = Path.of("contract");
        return Files.isDirectory(here) ? here : Path.of("..", "contract");
    }
}
