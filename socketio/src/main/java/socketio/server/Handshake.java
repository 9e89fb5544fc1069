package socketio.server;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketio.engine.HandshakeRequest;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a client when it connects to a namespace.
 *
 * @param request the HTTP request that opened the connection
 * @param namespace the namespace asked for, beginning with a slash
 * @param auth the payload of the CONNECT packet; an empty object when the client sent none
 */
public record Handshake(HandshakeRequest request, String namespace, JsonNode auth) {

    /** The client's address as the configured resolver saw it. */
    public InetAddress remoteAddress() {
        return request.remoteAddress();
    }

    /** The first HTTP header of that name, compared without regard to case. */
    public Optional<String> header(String name) {
        return request.header(name);
    }

    /** All HTTP headers in the order they came. */
    public List<Map.Entry<String, String>> headers() {
        return request.headers();
    }

    /** The decoded query parameters of the HTTP request. */
    public Map<String, List<String>> query() {
        return request.query();
    }

    /** When the connection was opened, by the server's clock. */
    public Instant at() {
        return request.at();
    }

    /** Whether TLS ended in this process (not: at a proxy in front of it). */
    public boolean secure() {
        return request.secure();
    }
}
