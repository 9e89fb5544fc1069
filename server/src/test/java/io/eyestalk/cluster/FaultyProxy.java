package io.eyestalk.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP proxy between a node and a server of this machine, for tests that need a bad line: it can
 * {@link #cut}, {@link #hang} and {@link #delay}, and be {@link #heal healed} again. Changes hold
 * for connections that are there, too.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean cut;
    private boolean hung;
    private Duration delay = Duration.ZERO;

    private FaultyProxy(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    /** Listens on a free port of 127.0.0.1 and passes everything to that port of 127.0.0.1. */
    public static FaultyProxy to(int target) throws IOException {
        var proxy = new FaultyProxy(target, new ServerSocket(0, 50, loopback()));
        Thread.ofVirtual().name("proxy-door").start(proxy::accept);
        return proxy;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Resets every connection, and each new one at once. */
    public void cut() {
        change(true, false, Duration.ZERO);
        open.forEach(FaultyProxy::reset);
    }

    /** Keeps connections and takes new ones, but passes nothing on: what arrives waits. */
    public void hang() {
        change(false, true, Duration.ZERO);
    }

    /** Holds every piece of data back that long, in each direction, in order. */
    public void delay(Duration each) {
        change(false, false, each);
    }

    /** An ordinary line again. What waited in {@link #hang} goes on. */
    public void heal() {
        change(false, false, Duration.ZERO);
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new IllegalStateException("the port was not given back", e);
        }
    }

    private void change(boolean nowCut, boolean nowHung, Duration nowDelay) {
        lock.lock();
        try {
            cut = nowCut;
            hung = nowHung;
            delay = nowDelay;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                // the door was closed, or the target takes nobody now: the next one may fare better
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (isCut()) {
            reset(client);
            return;
        }
        Socket server;
        try {
            server = new Socket(loopback(), target);
        } catch (IOException away) {
            reset(client);
            throw away;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            // one side is gone, and both are closed now
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException, InterruptedException {
        var chunk = new byte[CHUNK];
        for (var length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            awaitTurn();
            out.write(chunk, 0, length);
        }
    }

    private void awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            for (var left = delay.toNanos(); left > 0 && delay.isPositive(); ) {
                left = changed.awaitNanos(left);
            }
            while (hung) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isCut() {
        lock.lock();
        try {
            return cut;
        } finally {
            lock.unlock();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // it was closed already
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
