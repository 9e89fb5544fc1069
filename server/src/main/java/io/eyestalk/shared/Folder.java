package io.eyestalk.shared;

import java.nio.file.Path;

/** A folder as people write it in a configuration: {@code ~} at its start means the user's home. */
public record Folder(String value) {
    /**
     * Public, since Spring converts texts of the configuration through public constructors only.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Folder {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a folder must have a name");
        }
    }

    /** Absolute. */
    public Path path() {
        var home = System.getProperty("user.home", ".");
        var expanded =
                value.equals("~") || value.startsWith("~/") ? home + value.substring(1) : value;
        return Path.of(expanded).toAbsolutePath().normalize();
    }
}
