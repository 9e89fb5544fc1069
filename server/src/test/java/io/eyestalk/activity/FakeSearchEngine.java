package io.eyestalk.activity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a search engine does with the requests of {@link SearchSink}, as Elasticsearch and
 * OpenSearch document it: templates, aliases, {@code create} of the bulk API. It can be busy,
 * refuse documents, and hang.
 */
public final class FakeSearchEngine implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Map<String, JsonNode>> indexes =
            Collections.synchronizedMap(new TreeMap<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private volatile @Nullable JsonNode template;

    /** The status of every answer instead of what it should be; 0 for none. */
    public volatile int status;

    /** How it hangs when it is asked to write: no answer at all, or one that does not end. */
    volatile @Nullable Hang hang;

    /** Requests longer than that are too large. */
    volatile int mostBytes = Integer.MAX_VALUE;

    /** The error of a document; null for those that it takes. */
    volatile Function<JsonNode, @Nullable Refusal> refusal = _ -> null;

    enum Hang {
        BEFORE_THE_ANSWER,
        WITHIN_THE_ANSWER
    }

    record Refusal(int status, String type) {}

    private FakeSearchEngine(HttpServer server) {
        this.server = server;
    }

    public static FakeSearchEngine start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var engine = new FakeSearchEngine(HttpServer.create(address, 0));
        engine.server.setExecutor(engine.threads);
        engine.server.createContext("/", engine::answer);
        engine.server.start();
        return engine;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path of all requests so far, without queries. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The header of the last request to a path that begins so. */
    @Nullable String authorization(String path) {
        return authorizations.get(path);
    }

    @Nullable JsonNode template() {
        return template;
    }

    void keepTemplate(JsonNode there) {
        template = there;
    }

    public List<String> indexes() {
        synchronized (indexes) {
            return List.copyOf(indexes.keySet());
        }
    }

    void makeIndex(String name) {
        indexes.put(name, new ConcurrentHashMap<>());
    }

    /** All documents of an index, by id. */
    public Map<String, JsonNode> documents(String index) {
        return Map.copyOf(indexes.getOrDefault(index, Map.of()));
    }

    public int count() {
        synchronized (indexes) {
            return indexes.values().stream().mapToInt(Map::size).sum();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null) {
                authorizations.put(path, authorization);
            }
            var hangs = path.equals("/_bulk") ? hang : null;
            if (hangs == Hang.BEFORE_THE_ANSWER) {
                awaitEnd();
            }
            var answer = answer(exchange.getRequestMethod(), path, body);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            if (hangs == Hang.WITHIN_THE_ANSWER) {
                exchange.getResponseBody().write(bytes, 0, 1);
                exchange.getResponseBody().flush();
                awaitEnd();
            }
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Answer(int status, String body) {}

    private Answer answer(String method, String path, String body) {
        if (status != 0) {
            return new Answer(status, "{\"error\":{},\"status\":" + status + "}");
        }
        if (body.length() > mostBytes) {
            return new Answer(413, "");
        }
        return switch (method + " " + path) {
            case "GET /_index_template/webrtc_room" -> templateThere();
            case "PUT /_index_template/webrtc_room" -> takeTemplate(body);
            case "GET /_alias/webrtc_room" -> aliases();
            case "POST /_bulk" -> bulk(body);
            default -> method.equals("DELETE") ? delete(path.substring(1)) : new Answer(400, "{}");
        };
    }

    private Answer templateThere() {
        var there = template;
        if (there == null) {
            return new Answer(404, "{\"status\":404}");
        }
        var answer = JSON.createObjectNode();
        answer.putArray("index_templates").addObject().set("index_template", there);
        return new Answer(200, answer.toString());
    }

    private Answer takeTemplate(String body) {
        template = JSON.readTree(body);
        return new Answer(200, "{\"acknowledged\":true}");
    }

    private Answer aliases() {
        var answer = JSON.createObjectNode();
        indexes().forEach(index -> answer.putObject(index).putObject("aliases"));
        return answer.isEmpty()
                ? new Answer(404, "{\"status\":404}")
                : new Answer(200, answer.toString());
    }

    private Answer delete(String index) {
        return indexes.remove(index) == null
                ? new Answer(404, "{\"status\":404}")
                : new Answer(200, "{\"acknowledged\":true}");
    }

    private Answer bulk(String body) {
        var answer = JSON.createObjectNode();
        var items = answer.putArray("items");
        var lines = body.lines().iterator();
        while (lines.hasNext()) {
            var action = JSON.readTree(lines.next()).path("create");
            items.addObject().set("create", create(action, JSON.readTree(lines.next())));
        }
        return new Answer(200, answer.toString());
    }

    private JsonNode create(JsonNode action, JsonNode document) {
        var refused = refusal.apply(document);
        if (refused == null && isThere(action, document)) {
            refused = new Refusal(409, "version_conflict_engine_exception");
        }
        var item = JSON.createObjectNode().put("status", refused == null ? 201 : refused.status());
        if (refused != null) {
            item.putObject("error").put("type", refused.type());
        }
        return item;
    }

    private boolean isThere(JsonNode action, JsonNode document) {
        var index = action.path("_index").stringValue();
        var id = action.path("_id").stringValue();
        return indexes.computeIfAbsent(index, _ -> new ConcurrentHashMap<>())
                        .putIfAbsent(id, document)
                != null;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
