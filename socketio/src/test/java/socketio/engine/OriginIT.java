package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OriginIT {
    private static final String FOREIGN = "https://evil.example";
    private static final String FRIEND = "https://friend.example";
    private Engines engines = new Engines(EngineOptions.builder());

    @AfterEach
    void close() {
        engines.close();
    }

    @Test
    void refusesAForeignPageByDefault() {
        var response = openFrom(FOREIGN);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(engines.engine.sessions()).isZero();
    }

    @Test
    void refusesTheWebSocketOfAForeignPageByDefault() {
        try (var socket =
                engines.open("?EIO=4&transport=websocket", "Origin: " + FOREIGN + "\r\n")) {
            assertThat(socket.status()).isEqualTo(403);
        }
    }

    @Test
    void refusesAForeignPageInTheMiddleOfASession() {
        var sid = engines.http.open();
        var request =
                engines.http
                        .request("?EIO=4&transport=polling&sid=" + sid)
                        .header("Origin", FOREIGN)
                        .POST(BodyPublishers.ofString("4x"));

        assertThat(engines.http.send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void acceptsAPageOfTheSameHostWithoutCors() {
        var response = openFrom("http://127.0.0.1:" + engines.address().getPort());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void refusesAPageWithoutAnOriginOfItsOwn() {
        assertThat(openFrom("null").statusCode()).isEqualTo(403);
    }

    @Test
    void answersNoPreflightByDefault() {
        var response = engines.http.method("OPTIONS", "?EIO=4&transport=polling");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void grantsAnOriginOfTheListAndNoOther() {
        engines.close();
        engines =
                new Engines(
                        EngineOptions.builder().origins(OriginPolicy.allowing(List.of(FRIEND))));

        var friend = openFrom(FRIEND);

        assertThat(friend.statusCode()).isEqualTo(200);
        assertThat(friend.headers().firstValue("access-control-allow-origin")).hasValue(FRIEND);
        assertThat(friend.headers().firstValue("vary")).hasValue("origin");
        assertThat(openFrom(FOREIGN).statusCode()).isEqualTo(403);
        assertThat(openFrom(FRIEND + ".evil.example").statusCode()).isEqualTo(403);
    }

    @Test
    void answersThePreflightOfAnOriginOfTheList() {
        engines.close();
        engines =
                new Engines(
                        EngineOptions.builder().origins(OriginPolicy.allowing(List.of(FRIEND))));
        var request =
                engines.http
                        .request("?EIO=4&transport=polling")
                        .header("Origin", FRIEND)
                        .header("Access-Control-Request-Headers", "x-one")
                        .method("OPTIONS", BodyPublishers.noBody());

        var response = engines.http.send(request);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("access-control-allow-headers")).hasValue("x-one");
    }

    private HttpResponse<String> openFrom(String origin) {
        return engines.http.send(
                engines.http.request("?EIO=4&transport=polling").header("Origin", origin).GET());
    }
}
