package socketio.engine;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP request that opened a session, kept in one string because it is kept for every session.
 */
public final class HandshakeRequest {
    private final InetAddress remoteAddress;
    private final String uri;
    private final String headerLines;
    private final long atMillis;
    private final boolean secure;

    HandshakeRequest(
            InetAddress remoteAddress, String uri, HttpHeaders headers, long at, boolean secure) {
        this.remoteAddress = remoteAddress;
        this.uri = uri;
        this.headerLines = lines(headers);
        this.atMillis = at;
        this.secure = secure;
    }

    /** The client's address as the {@link ClientAddress} resolver saw it. */
    public InetAddress remoteAddress() {
        return remoteAddress;
    }

    /** The first header of that name, compared without regard to case. */
    public Optional<String> header(String name) {
        return headerLines
                .lines()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                .filter(line -> line.startsWith(":", name.length()))
                .map(line -> line.substring(name.length() + 1))
                .findFirst();
    }

    /** All headers in the order they came. */
    public List<Map.Entry<String, String>> headers() {
        return headerLines
                .lines()
                .map(line -> line.split(":", 2))
                .map(pair -> Map.entry(pair[0], pair[1]))
                .toList();
    }

    /** The decoded query parameters, {@code EIO} and {@code transport} among them. */
    public Map<String, List<String>> query() {
        return new QueryStringDecoder(uri).parameters();
    }

    /** When the session was opened, by the server's clock. */
    public Instant at() {
        return Instant.ofEpochMilli(atMillis);
    }

    /** Whether TLS ended in this process (not: at a proxy in front of it). */
    public boolean secure() {
        return secure;
    }

    private static String lines(HttpHeaders headers) {
        var lines = new StringBuilder(128);
        for (var all = headers.iteratorCharSequence(); all.hasNext(); ) {
            var header = all.next();
            lines.append(header.getKey()).append(':').append(header.getValue()).append('\n');
        }
        return lines.toString();
    }
}
