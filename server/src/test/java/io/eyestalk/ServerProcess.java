package io.eyestalk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The server in a process of its own, which can be killed. Closing kills it, too. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("EyesTalk is ready at http://\\S+:(\\d+)");

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private int port;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts a server on a free port and waits until it is ready or has ended. */
    public static ServerProcess start(Path dataFolder, String... options) throws IOException {
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
                                "--server.port=0",
                                "--eyestalk.data-dir=" + dataFolder));
        command.addAll(List.of(options));
        var started =
                new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        started.awaitReady();
        return started;
    }

    public RestWire rest() {
        return new RestWire(port);
    }

    /** Whether it became ready. */
    public boolean isReady() {
        return port != 0;
    }

    /** What it printed until it was ready, or until its end. */
    public String output() {
        return String.join("\n", output);
    }

    /** SIGKILL, and waits for the end. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public int awaitExit() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady() throws IOException {
        // Not closed: it belongs to the process and ends with it.
        var reader = process.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            var ready = READY.matcher(line);
            if (ready.find()) {
                port = Integer.parseInt(ready.group(1));
                Thread.ofVirtual().start(() -> reader.lines().forEach(rest -> {}));
                return;
            }
        }
    }
}
