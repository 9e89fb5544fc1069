package io.eyestalk.cluster;

import io.eyestalk.FreePort;
import io.eyestalk.FreshDataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real Redis that keeps nothing on disk: killed and started again, it is empty. */
public final class RedisServer extends LocalServer {
    private RedisServer(Path folder, int port) throws IOException {
        super(program(folder, port), port);
    }

    /** Whether {@code redis-server} is installed here. */
    public static boolean isInstalled() {
        return LocalProgram.find("redis-server").isPresent();
    }

    /** Starts one and waits until it answers. */
    public static RedisServer start() throws IOException {
        var folder = FreshDataFolder.next();
        Files.createDirectories(folder);
        var server = new RedisServer(folder, FreePort.find());
        server.awaitAnswer();
        return server;
    }

    private static ProcessBuilder program(Path folder, int port) {
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
                folder.toString());
    }

    @Override
    boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }
}
