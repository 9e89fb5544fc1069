package socketio.engine;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an HTTP request to the Engine.IO path asks for, decided from the request alone. */
sealed interface Route {

    /** A new session over polling. */
    record OpenPolling() implements Route {}

    /** A new session over WebSocket. */
    record OpenWebSocket() implements Route {}

    /** A WebSocket for a session that polls. */
    record Upgrade(String sid) implements Route {}

    record Poll(String sid) implements Route {}

    record Post(String sid) implements Route {}

    /** A CORS preflight (Fetch standard section 4.8). */
    record Preflight() implements Route {}

    record Refuse(Refusal refusal) implements Route {}

    static Route of(HttpRequest request, EngineOptions options) {
        var headers = request.headers();
        var origin = headers.get(HttpHeaderNames.ORIGIN);
        if (origin != null
                && !options.origins().allows(origin, headers.get(HttpHeaderNames.HOST))) {
            return new Refuse(Refusal.FORBIDDEN);
        }
        if (request.method().equals(HttpMethod.OPTIONS)
                && origin != null
                && options.origins().grantsCrossOrigin()) {
            return new Preflight();
        }
        return ofQuery(request, options);
    }

    private static Route ofQuery(HttpRequest request, EngineOptions options) {
        var query = new QueryStringDecoder(request.uri()).parameters();
        var transport = Transport.of(first(query, "transport"));
        if (transport == null || !options.transports().contains(transport)) {
            return new Refuse(Refusal.UNKNOWN_TRANSPORT);
        }
        if (!"4".equals(first(query, "EIO"))) {
            return new Refuse(Refusal.UNSUPPORTED_VERSION);
        }
        var sid = first(query, "sid");
        return transport == Transport.WEBSOCKET
                ? webSocket(request, sid)
                : polling(request.method(), request.headers(), sid);
    }

    private static Route webSocket(HttpRequest request, @Nullable String sid) {
        if (!request.method().equals(HttpMethod.GET)) {
            return new Refuse(Refusal.BAD_METHOD);
        }
        if (!WebSocketUpgrade.isRequested(request.headers())) {
            return new Refuse(Refusal.BAD_REQUEST);
        }
        return sid == null ? new OpenWebSocket() : new Upgrade(sid);
    }

    private static Route polling(HttpMethod method, HttpHeaders headers, @Nullable String sid) {
        if (headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            return new Refuse(Refusal.BAD_REQUEST);
        }
        if (method.equals(HttpMethod.GET)) {
            return sid == null ? new OpenPolling() : new Poll(sid);
        }
        if (method.equals(HttpMethod.POST) && sid != null) {
            return new Post(sid);
        }
        return new Refuse(Refusal.BAD_METHOD);
    }

    private static @Nullable String first(Map<String, List<String>> query, String name) {
        var values = query.get(name);
        return values == null ? null : values.getFirst();
    }
}
