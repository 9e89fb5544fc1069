package io.eyestalk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for programs that have to be told one. */
public final class FreePort {
    private FreePort() {}

    /** A port of 127.0.0.1 that nobody listens on now. */
    public static int find() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
