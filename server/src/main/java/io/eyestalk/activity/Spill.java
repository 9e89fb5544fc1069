package io.eyestalk.activity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Documents on disk that a sink has not taken yet, oldest first, as many as fit; the oldest make
 * room for new ones. What was read but not removed when the process ended is read again. Used by
 * one thread; the numbers may be asked for by others.
 */
final class Spill {
    private static final int FILES = 16;
    private static final String LOCK = "lock";
    private static final Pattern NAME = Pattern.compile("\\d{15}\\.ndjson");

    private final Path folder;
    private final long mostBytes;
    private final ArrayDeque<SpillFile> files = new ArrayDeque<>();
    private @Nullable FileChannel lock;
    private List<ActivityDocument> head = List.of();
    private long lastNumber;
    private volatile long bytes;
    private final LongAdder dropped = new LongAdder();

    /**
     * @param folder made when the first document comes
     * @param mostBytes how large all files together may become
     */
    Spill(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * Finds what was left the last time, if anything.
     *
     * @throws IOException if it cannot be read, or if another process uses the folder
     */
    void open() throws IOException {
        if (lock == null && Files.isDirectory(folder)) {
            claim();
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * Adds documents: all of them or, if the disk is full, none.
     *
     * @throws IOException if it cannot be written, or if another process uses the folder
     */
    void append(List<ActivityDocument> documents) throws IOException {
        if (lock == null) {
            Files.createDirectories(folder);
            claim();
        }
        if (files.isEmpty() || !files.getLast().takesMore(mostBytes / FILES)) {
            files.add(SpillFile.create(folder.resolve(name(++lastNumber))));
        }
        files.getLast().append(documents);
        while (count() > mostBytes && files.size() > 1) {
            head = List.of();
            removeFirst();
        }
    }

    /**
     * The oldest documents; the same ones until they are removed.
     *
     * @return nothing if there are none
     * @throws IOException if their file cannot be read; it stays where it is, and the next call
     *     goes on after it
     */
    List<ActivityDocument> head(int most) throws IOException {
        while (head.isEmpty() && !files.isEmpty()) {
            head = read(files.getFirst(), most);
            if (head.isEmpty()) {
                removeFirst();
            }
        }
        return head;
    }

    /** Removes what {@link #head} gave. */
    void removeHead() throws IOException {
        head = List.of();
        if (!files.isEmpty() && files.getFirst().isAtItsEnd()) {
            removeFirst();
        }
    }

    /** Keeps what is there for the next time. */
    void close() throws IOException {
        for (var file : files) {
            file.close();
        }
        files.clear();
        head = List.of();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    /** How large all files together are. */
    long bytes() {
        return bytes;
    }

    /** How many documents had to make room since the start. */
    long dropped() {
        return dropped.sum();
    }

    private void claim() throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isOurs(channel)) {
            channel.close();
            throw new IOException("another process uses " + folder);
        }
        lock = channel;
        for (var path : found()) {
            files.add(SpillFile.found(path));
            lastNumber = number(path);
        }
        count();
    }

    private List<Path> found() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static String name(long number) {
        return "%015d.ndjson".formatted(number);
    }

    private static long number(Path path) {
        return Long.parseLong(path.getFileName().toString().replace(".ndjson", ""));
    }

    private List<ActivityDocument> read(SpillFile file, int most) throws IOException {
        try {
            return file.read(most);
        } catch (IOException unreadable) {
            files.remove();
            count();
            file.close();
            throw unreadable;
        }
    }

    private void removeFirst() throws IOException {
        dropped.add(files.remove().delete());
        count();
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException usedByThisProcess) {
            return false;
        }
    }

    private long count() {
        bytes = files.stream().mapToLong(SpillFile::bytes).sum();
        return bytes;
    }
}
