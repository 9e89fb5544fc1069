package io.eyestalk.activity;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a {@link Spill}: first written, one line of JSON for each document, then read from
 * its beginning. Used by one thread.
 */
final class SpillFile {
    private final Path path;
    private @Nullable FileChannel writer;
    private @Nullable BufferedReader reader;
    private long bytes;
    private long given;

    private SpillFile(Path path, @Nullable FileChannel writer, long bytes) {
        this.path = path;
        this.writer = writer;
        this.bytes = bytes;
    }

    /** An empty one. */
    static SpillFile create(Path path) throws IOException {
        var writer =
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new SpillFile(path, writer, 0);
    }

    /** One of before. Nothing is added to it, since its last line may be half of one. */
    static SpillFile found(Path path) throws IOException {
        return new SpillFile(path, null, Files.size(path));
    }

    long bytes() {
        return bytes;
    }

    boolean takesMore(long most) {
        return writer != null && bytes < most;
    }

    /** Adds documents: all of them or, if the disk is full, none. */
    void append(List<ActivityDocument> documents) throws IOException {
        var channel = writer;
        if (channel == null) {
            throw new IllegalStateException("closed for writing");
        }
        var lines = new StringBuilder();
        documents.forEach(document -> lines.append(ActivityJson.write(document)).append('\n'));
        var content = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        try {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            bytes += content.capacity();
        } catch (IOException full) {
            channel.truncate(bytes);
            channel.position(bytes);
            throw full;
        }
    }

    /**
     * The next documents, not given before; nothing at the end. Nothing can be added afterwards.
     * Lines that are no documents, as when a power failure left half of one, are skipped.
     */
    List<ActivityDocument> read(int most) throws IOException {
        close(writer);
        writer = null;
        if (reader == null) {
            // Not by Files: its readers end at half a character, this one replaces it.
            var bytesOfIt = Files.newInputStream(path);
            reader = new BufferedReader(new InputStreamReader(bytesOfIt, StandardCharsets.UTF_8));
        }
        var documents = new ArrayList<ActivityDocument>(most);
        var line = reader.readLine();
        while (line != null) {
            given++;
            try {
                documents.add(ActivityJson.read(line));
            } catch (IllegalArgumentException half) {
                given--;
            }
            line = documents.size() < most ? reader.readLine() : null;
        }
        return documents;
    }

    /** Whether all of it was given. */
    boolean isAtItsEnd() throws IOException {
        return reader != null && !reader.ready();
    }

    /**
     * Ends it for good.
     *
     * @return how many documents in it were never given
     */
    long delete() throws IOException {
        close();
        long lines;
        try (var all = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            lines = all.count();
        }
        Files.delete(path);
        return Math.max(0, lines - given);
    }

    /** Keeps what stands in it for the next time. */
    void close() throws IOException {
        close(writer);
        close(reader);
        writer = null;
        reader = null;
    }

    private static void close(@Nullable Closeable open) throws IOException {
        if (open != null) {
            open.close();
        }
    }
}
