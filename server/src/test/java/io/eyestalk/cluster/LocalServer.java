package io.eyestalk.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;

/**
 * A real server of its own on a free port of this machine, as a Debian package brings it. It can be
 * killed and started again on the same port.
 */
public abstract class LocalServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProcessBuilder program;
    private final int port;
    private Process process;

    /** Begins to start that program, which is to listen on that port. Nothing is waited for. */
    LocalServer(ProcessBuilder program, int port) throws IOException {
        this.program = program;
        this.port = port;
        this.process = program.start();
    }

    public final int port() {
        return port;
    }

    /** SIGKILL: nobody is told, and what is not on disk is lost. */
    public final void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again after {@link #kill}, on the same port, and waits until it answers. */
    public final void startAgain() throws IOException {
        process = program.start();
        awaitAnswer();
    }

    /** SIGTERM, and waits until it has gone. */
    @Override
    public final void close() {
        process.destroy();
        process.onExit().join();
    }

    final void awaitAnswer() {
        await().atMost(PATIENCE).until(this::answers);
    }

    /** Whether it does its work by now. */
    abstract boolean answers();
}
