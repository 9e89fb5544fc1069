package socketio.server;

import java.net.InetSocketAddress;

/** A server that listens by itself; closing it closes its server and its event loops. */
public interface StandaloneServer extends AutoCloseable {

    /** The bound address, with the real port when 0 was asked for. */
    InetSocketAddress address();

    @Override
    void close();
}
