package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** With the small page in the test resources in place of the real client. */
@ServerTest
@TestPropertySource(properties = "eyestalk.edge.trusted-proxies=127.0.0.1")
class WebClientIT {
    private static final String ASSET = "/assets/app-0a1b2c3d.js";

    private final int port;
    private final RestWire rest;

    WebClientIT(@LocalServerPort int port) {
        this.port = port;
        rest = new RestWire(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/r/team", "/r/a%2Fb%20c?name=x", "/check", "/rooms"})
    void everyAddressOfTheClientHasItsPage(String path) {
        var page = rest.get(path, "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(page.body()).contains("Test page");
    }

    @Test
    void thePageIsSentAgainOnlyWhenItChanged() {
        var first = rest.get("/");
        var again = rest.get("/", "If-None-Match", header(first, "ETag"));
        var other = rest.get("/", "If-None-Match", "\"other\"");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void theSmallerFormGoesToWhoTakesIt() {
        var page = rest.get("/", "Accept-Encoding", "gzip, br;q=0");
        var asset = rest.get(ASSET, "Accept-Encoding", "gzip");
        var plain = rest.get("/", "Accept-Encoding", "gzip;q=0");

        assertThat(header(page, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(page, "Vary")).contains("Accept-Encoding");
        assertThat(header(asset, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
    }

    @Test
    void anAssetGoesAsBrotliToWhoTakesItWhateverTheyNameFirst() {
        var asset = rest.get(ASSET, "Accept-Encoding", "gzip, deflate, br, zstd");

        assertThat(header(asset, "Content-Encoding")).isEqualTo("br");
        assertThat(header(asset, "Vary")).contains("Accept-Encoding");
    }

    @Test
    void assetsStayInTheCacheForEver() {
        var asset = rest.get(ASSET);

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(header(asset, "Content-Type")).contains("javascript");
        assertThat(header(asset, "Cache-Control"))
                .contains("max-age=31536000", "immutable", "public");
        assertThat(header(asset, "Last-Modified")).isEmpty();
    }

    @Test
    void filesBesideTheAssetsStayForAnHour() {
        var sign = rest.get("/sign.svg");

        assertThat(header(sign, "Content-Type")).startsWith("image/svg+xml");
        assertThat(header(sign, "Cache-Control")).contains("max-age=3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ASSET, "/room", "/nothing", "/actuator/health"})
    void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
        var answer = rest.get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains(
                        "script-src 'self';",
                        "style-src 'self';",
                        "frame-ancestors 'self'",
                        "connect-src 'self' ws://127.0.0.1:" + port)
                .doesNotContain("unsafe");
        assertThat(header(answer, "Permissions-Policy"))
                .contains(
                        "camera=(self)",
                        "microphone=(self)",
                        "display-capture=(self)",
                        "screen-wake-lock=(self)",
                        "geolocation=()");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
    }

    @Test
    void behindATrustedTlsProxyBrowsersAreToldToStayOnTls() {
        var answer = rest.get("/", "X-Forwarded-Proto", "https");

        assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void answersOfTheApiAreNotStored() {
        assertThat(header(rest.get("/room"), "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void browsersLearnWhatTheyNeedFromTheConfiguration() {
        var config = RestWire.json(rest.get("/api/config"));

        assertThat(config.path("maxCapacity").asInt()).isEqualTo(4);
        assertThat(config.path("defaultCapacity").asInt()).isEqualTo(4);
        assertThat(config.path("version").asString()).isNotEmpty();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
