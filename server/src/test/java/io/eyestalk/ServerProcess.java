package io.eyestalk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The server in a process of its own, which can be stopped and killed. Closing kills it, too. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("EyesTalk is ready at http:\\S+?:(\\d+)");
    private static final Pattern TREE = Pattern.compile("^[|\\- ]*");
    private static final int START_SECONDS = 120;
    private static final int END_SECONDS = 60;
    private static final int NOT_READY = 0;

    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8)));
    }

    /** Begins to start a server on that port, 0 for a free one. Nothing is waited for. */
    public static ServerProcess launch(int port, Path dataFolder, String... options)
            throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EyesTalkApplication.class.getName(),
                                "--server.port=" + port,
                                "--eyestalk.data-dir=" + dataFolder));
        command.addAll(List.of(options));
        return new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Starts a server on that port and waits until it is ready. */
    public static ServerProcess start(int port, Path dataFolder, String... options)
            throws IOException {
        var started = launch(port, dataFolder, options);
        if (!started.isReady()) {
            started.kill();
            throw new AssertionError("the server did not start:\n" + started.output());
        }
        return started;
    }

    /** Starts a server on a free port and waits until it is ready. */
    public static ServerProcess start(Path dataFolder, String... options) throws IOException {
        return start(0, dataFolder, options);
    }

    /** Waits until it is ready or has ended, and tells which. */
    public boolean isReady() {
        return awaitPort() != NOT_READY;
    }

    /** Where it listens, once it is ready. */
    public int port() {
        return awaitPort();
    }

    public RestWire rest() {
        return new RestWire(port());
    }

    /** What it printed so far. */
    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** Names of all classes its JVM has loaded so far. */
    public List<String> loadedClasses() throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "VM.class_hierarchy");
        var answer = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = answer.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines().map(line -> TREE.matcher(line).replaceFirst("")).toList();
        }
    }

    /** SIGKILL, and waits for the end: no shutdown hook, no goodbye. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM. Nothing is waited for. */
    public void beginStop() {
        // Process.destroy would close the pipe, and its last words would be lost
        process.toHandle().destroy();
    }

    /** SIGTERM, and waits until it has gone by itself. */
    public void stop() {
        beginStop();
        awaitExit();
    }

    /** Waits for its end, and gives the exit code. */
    public int awaitExit() {
        return process.onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join().exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private int awaitPort() {
        return port.completeOnTimeout(NOT_READY, START_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Reads to the end, since a full pipe would stop the server. */
    private void read(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException killed) {
            // its end may close the pipe before it is read to the end
        } finally {
            port.complete(NOT_READY);
        }
    }

    private void take(String line) {
        output.add(line);
        var ready = READY.matcher(line);
        if (ready.find()) {
            port.complete(Integer.parseInt(ready.group(1)));
        }
    }
}
