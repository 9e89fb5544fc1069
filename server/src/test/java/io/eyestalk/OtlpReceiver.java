package io.eyestalk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces as a collector does: OTLP over HTTP, binary Protobuf (opentelemetry-proto 1.x). */
public final class OtlpReceiver implements AutoCloseable {
    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    private OtlpReceiver(HttpServer server) {
        this.server = server;
    }

    /** A span, as far as tests ask for it. Ids are hexadecimal; a root has an empty parent. */
    public record ReceivedSpan(
            String trace,
            String id,
            String parent,
            String name,
            long nanos,
            Map<String, String> attributes) {}

    public static OtlpReceiver start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new OtlpReceiver(server);
        server.createContext(PATH, receiver::take);
        server.start();
        return receiver;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    public List<ReceivedSpan> spans() {
        var spans = new ArrayList<ReceivedSpan>();
        for (var body : bodies) {
            for (var resource : new ProtobufFields(body).messages(1)) {
                for (var scope : resource.messages(2)) {
                    scope.messages(2).forEach(span -> spans.add(read(span)));
                }
            }
        }
        return spans;
    }

    /** Everything that was received, byte by byte, for searching. */
    public String raw() {
        var text = new StringBuilder();
        bodies.forEach(body -> text.append(new String(body, ISO_8859_1)));
        return text.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static ReceivedSpan read(ProtobufFields span) {
        var attributes = new LinkedHashMap<String, String>();
        for (var attribute : span.messages(9)) {
            attributes.put(
                    new String(attribute.bytes(1), UTF_8),
                    new String(attribute.messages(2).getFirst().bytes(1), UTF_8));
        }
        var hex = HexFormat.of();
        return new ReceivedSpan(
                hex.formatHex(span.bytes(1)),
                hex.formatHex(span.bytes(2)),
                hex.formatHex(span.bytes(4)),
                new String(span.bytes(5), UTF_8),
                span.number(8) - span.number(7),
                attributes);
    }
}
