package io.eyestalk.activity;

import static org.awaitility.Awaitility.await;

import io.eyestalk.FreePort;
import io.eyestalk.FreshDataFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real OpenSearch node of its own on this machine, from the artifacts that {@code
 * tools/search-engine} brings. It can be killed and started again on the same data.
 */
final class OpenSearchServer implements AutoCloseable {
    private static final Path TOOL = Path.of("..", "tools", "search-engine");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder = FreshDataFolder.next();
    private final int port;
    private Process process;

    private OpenSearchServer(int port) throws IOException {
        this.port = port;
        this.process = launch();
    }

    static boolean isThere() {
        return Files.isDirectory(TOOL.resolve("target/lib"));
    }

    /** Starts one without any index and waits until it answers. */
    static OpenSearchServer start() throws IOException {
        var server = new OpenSearchServer(FreePort.find());
        await().atMost(PATIENCE).until(server::answers);
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again after {@link #kill}, on the same port and data. Nothing is waited for. */
    void launchAgain() throws IOException {
        process = launch();
    }

    /** The answer to a question. */
    JsonNode ask(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException notThere) {
            return JsonMapper.shared().missingNode();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /**
     * How many documents an index or alias has, those of this moment included; -1 for none there.
     */
    int count(String index) {
        ask("POST", "/" + index + "/_refresh", "");
        return ask("GET", "/" + index + "/_count", "").path("count").asInt(-1);
    }

    @Override
    public void close() {
        kill();
        http.close();
    }

    private Process launch() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.createDirectories(folder);
        return new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        TOOL.resolve("target/lib").toAbsolutePath() + "/*",
                        TOOL.resolve("Node.java").toString(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
    }

    private boolean answers() {
        return ask("GET", "/_cluster/health", "").path("status").asString("").equals("green");
    }
}
