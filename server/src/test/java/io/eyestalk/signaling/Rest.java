package io.eyestalk.signaling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST API. Payloads are written as JSON with single quotes. */
final class Rest {
    private final int port;

    Rest(int port) {
        this.port = port;
    }

    /** Status and body of an answer. */
    record Answer(int status, JsonNode body) {}

    Answer call(String method, String path, String payload) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(payload.replace('\'', '"')))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var body = answer.body().isEmpty() ? "null" : answer.body();
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
