package io.eyestalk.cluster;

import static org.awaitility.Awaitility.await;

import io.eyestalk.FreshDataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real Redis of its own on a free port of this machine, as Debian's package brings it. It keeps
 * nothing on disk. It can be killed and started again on the same port.
 */
public final class RedisServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;

    private RedisServer(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** Whether {@code redis-server} is installed here. */
    public static boolean isInstalled() {
        return LocalProgram.find("redis-server").isPresent();
    }

    /** Starts one and waits until it answers. */
    public static RedisServer start() throws IOException {
        var folder = FreshDataFolder.next();
        Files.createDirectories(folder);
        var server = new RedisServer(folder, LocalProgram.freePort());
        server.awaitAnswer();
        return server;
    }

    public int port() {
        return port;
    }

    /** SIGKILL: everything it knew is lost, nobody is told. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again after {@link #kill}, empty, on the same port, and waits until it answers. */
    public void startAgain() throws IOException {
        process = launch();
        awaitAnswer();
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() throws IOException {
        return LocalProgram.silent(
                        "redis-server",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--dir",
                        folder.toString())
                .start();
    }

    private void awaitAnswer() {
        await().atMost(Duration.ofSeconds(20)).until(this::answers);
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }
}
