package socketio.engine;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Tells who is behind a connection. The default is the peer of the TCP connection; a host behind a
 * trusted proxy gives one that reads the proxy's header. Called on the event loop: must not block.
 */
@FunctionalInterface
public interface ClientAddress {

    /**
     * Resolves the client of one handshake.
     *
     * @param request the handshake request, headers complete
     * @param peer the other end of the TCP connection
     * @return the address that limits count and that {@link HandshakeRequest#remoteAddress} shows
     */
    InetAddress resolve(HttpRequest request, InetSocketAddress peer);

    /** The TCP peer itself; headers are not believed. */
    static ClientAddress peer() {
        return (request, peer) -> peer.getAddress();
    }
}
