package io.eyestalk.activity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Talks to the search engine. One thread asks, another one may end that. */
final class SearchClient implements AutoCloseable {
    private static final long LONGEST_ANSWER = 16_000_000;

    private final HttpClient http;
    private final URI url;
    private final Duration timeout;
    private final @Nullable String authorization;
    private volatile @Nullable CompletableFuture<?> underWay;

    /**
     * @throws IllegalStateException if the file of certificates cannot be read
     */
    SearchClient(SearchProperties properties) {
        url = URI.create(properties.url());
        timeout = properties.timeout();
        authorization = authorization(properties);
        var builder = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(timeout);
        if (!properties.caCertificate().isEmpty()) {
            var trusted = PemSslStoreDetails.forCertificate("file:" + properties.caCertificate());
            var stores = new PemSslStoreBundle(null, trusted);
            builder.sslContext(SslBundle.of(stores).createSslContext());
        }
        http = builder.build();
    }

    /** What came back. */
    record Answer(int status, String body) {
        boolean isSuccess() {
            return status == 200;
        }
    }

    /**
     * Asks and waits for the whole answer.
     *
     * @param path with its query
     * @param body JSON, or lines of it; null for none
     * @throws SinkAwayException if there is no answer in time
     */
    Answer ask(String method, String path, @Nullable String body) throws SinkAwayException {
        // Not by the request's own timeout: that one ends with the headers of the answer.
        var asked = http.sendAsync(request(method, path, body), limited());
        underWay = asked;
        try {
            var answer = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (TimeoutException slow) {
            throw new SinkAwayException("no answer within " + timeout.toMillis() + " ms");
        } catch (CancellationException ended) {
            throw new SinkAwayException("given up");
        } catch (ExecutionException failure) {
            throw away(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SinkAwayException("interrupted");
        } finally {
            asked.cancel(true);
            underWay = null;
        }
    }

    /** Ends a question that is under way. */
    void giveUp() {
        var asked = underWay;
        if (asked != null) {
            asked.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(String method, String path, @Nullable String body) {
        var publisher =
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(url.resolve(path)).method(method, publisher);
        if (body != null) {
            var isBulk = path.startsWith("/_bulk");
            request.header("Content-Type", isBulk ? "application/x-ndjson" : "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static HttpResponse.BodyHandler<String> limited() {
        return BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER);
    }

    private static SinkAwayException away(ExecutionException failure) {
        var cause = failure.getCause();
        // Messages of the JDK about connections name hosts and ports at most.
        return new SinkAwayException(
                cause instanceof IOException ? cause.toString() : failure.toString(), failure);
    }

    private static @Nullable String authorization(SearchProperties properties) {
        var key = properties.apiKey();
        if (key != null) {
            return "ApiKey " + key.value();
        }
        var password = properties.password();
        if (password == null) {
            return null;
        }
        var login = properties.username() + ":" + password.value();
        var bytes = login.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
}
