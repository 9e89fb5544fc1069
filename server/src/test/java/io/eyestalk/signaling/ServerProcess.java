package io.eyestalk.signaling;

import io.eyestalk.EyesTalkApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, which a test may kill. */
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it is ready. */
    static ServerProcess start(int port, Path data, String... settings) throws IOException {
        var command = new ArrayList<String>();
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EyesTalkApplication.class.getName(),
                        "--server.port=" + port,
                        "--eyestalk.data-dir=" + data));
        command.addAll(List.of(settings));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var server = new ServerProcess(process);
        server.awaitReady();
        return server;
    }

    /** SIGKILL: no shutdown hook, no goodbye. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** SIGTERM, and waits until it has gone by itself. */
    void stop() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady() {
        var ready = new CompletableFuture<Boolean>();
        var log = Collections.synchronizedList(new ArrayList<String>());
        Thread.ofVirtual().start(() -> read(process.inputReader(), ready, log));
        if (!ready.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join()) {
            process.destroyForcibly();
            throw new AssertionError("the server did not start:\n" + String.join("\n", log));
        }
    }

    /** Reads to the end, since a full pipe would stop the server. */
    private static void read(
            BufferedReader output, CompletableFuture<Boolean> ready, List<String> log) {
        output.lines()
                .forEach(
                        line -> {
                            log.add(line);
                            if (line.contains("EyesTalk is ready")) {
                                ready.complete(true);
                            }
                        });
        ready.complete(false);
    }
}
