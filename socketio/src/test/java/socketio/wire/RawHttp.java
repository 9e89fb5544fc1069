package socketio.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Polling by hand against one server. */
public final class RawHttp implements AutoCloseable {
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** Talks to this address and path. */
    public RawHttp(InetSocketAddress server, String path) {
        base = "http://" + server.getHostString() + ":" + server.getPort() + path;
    }

    /** Opens a polling session and returns its {@code sid}. */
    public String open() {
        return sidOf(get("?EIO=4&transport=polling").body());
    }

    /** The {@code sid} of an opening or CONNECT packet. */
    public static String sidOf(String packet) {
        var match = SID.matcher(packet);
        if (!match.find()) {
            throw new AssertionError("no sid in " + packet);
        }
        return match.group(1);
    }

    /** The query of a session that polls. */
    public static String session(String sid) {
        return "?EIO=4&transport=polling&sid=" + sid;
    }

    public HttpResponse<String> poll(String sid) {
        return get(session(sid));
    }

    public CompletableFuture<HttpResponse<String>> pollLater(String sid) {
        return client.sendAsync(request(session(sid)).GET().build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String sid, String body) {
        return send(request(session(sid)).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String sid, byte[] body) {
        return send(request(session(sid)).POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> get(String query) {
        return send(request(query).GET());
    }

    public HttpResponse<String> method(String method, String query) {
        return send(request(query).method(method, BodyPublishers.noBody()));
    }

    /** A request to which headers can be added. */
    public HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(base + query));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
