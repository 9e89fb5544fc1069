package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.fixture.EngineFixture;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

class HandshakeIT {
    private static final Pattern OPENING =
            Pattern.compile(
                    "0\\{\"sid\":\"([\\w-]{22,})\",\"upgrades\":\\[(.*)],\"pingInterval\":300,"
                            + "\"pingTimeout\":200,\"maxPayload\":1000000}");

    private static HttpHost host;
    private static RawHttp http;

    @BeforeAll
    static void listen() {
        host = EngineFixture.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        http = new RawHttp(host.address(), "/engine.io/");
    }

    @AfterAll
    static void close() {
        http.close();
        host.close();
    }

    @Test
    void opensAPollingSessionWithEveryField() {
        var response = http.get("?EIO=4&transport=polling");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).matches(OPENING);
        assertThat(response.body()).contains("\"upgrades\":[\"websocket\"]");
        assertThat(response.headers().firstValue("content-type"))
                .hasValue("text/plain; charset=UTF-8");
        assertThat(response.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void opensAWebSocketSessionWithoutUpgrades() {
        try (var socket = webSocket("?EIO=4&transport=websocket")) {
            var opening = socket.message();

            assertThat(socket.status()).isEqualTo(101);
            assertThat(opening).matches(OPENING).contains("\"upgrades\":[]");
        }
    }

    @Test
    void acceptsNoExtensionOfWebSocket() {
        try (var socket =
                RawWebSocket.open(
                        host.address(),
                        "/engine.io/?EIO=4&transport=websocket",
                        "Sec-WebSocket-Extensions: permessage-deflate\r\n")) {
            assertThat(socket.status()).isEqualTo(101);
            assertThat(socket.response()).doesNotContainIgnoringCase("extensions");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?transport=polling, 5",
        "?EIO=3&transport=polling, 5",
        "?EIO=abc&transport=polling, 5",
        "?EIO=&transport=polling, 5",
        "?EIO=4, 0",
        "?EIO=4&transport=abc, 0",
        "?EIO=4&transport=, 0",
        "?EIO=4&transport=websocket, 3",
        "?EIO=4&transport=polling&sid=abc, 1",
        "?EIO=4&transport=polling&sid=, 1"
    })
    void refusesAQueryThatIsIncompleteOrUnknown(String query, int code) {
        var response = http.get(query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"code\":" + code + ",\"message\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?transport=websocket",
                "?EIO=3&transport=websocket",
                "?EIO=abc&transport=websocket",
                "?EIO=4",
                "?EIO=4&transport=abc",
                "?EIO=4&transport=polling",
                "?EIO=4&transport=websocket&sid=abc"
            })
    void refusesTheSameForWebSocket(String query) {
        try (var socket = webSocket(query)) {
            assertThat(socket.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "PATCH"})
    void refusesToOpenWithAnotherMethodThanGet(String method) {
        var response = http.method(method, "?EIO=4&transport=polling");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "HEAD", "PATCH"})
    void refusesAnotherMethodInASession(String method) {
        var response = http.method(method, RawHttp.session(http.open()));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void givesEverySessionAnotherId() {
        var ids = new HashSet<String>();
        for (var count = 0; count < 50; count++) {
            ids.add(http.open());
        }

        assertThat(ids).hasSize(50);
    }

    @Test
    void leavesOtherPathsToTheHost() {
        var other = new RawHttp(host.address(), "/engine.iox/");
        try (other) {
            assertThat(other.get("?EIO=4&transport=polling").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void takesThePathWithoutItsLastSlashToo() {
        var bare = new RawHttp(host.address(), "/engine.io");
        try (bare) {
            assertThat(bare.get("?EIO=4&transport=polling").statusCode()).isEqualTo(200);
        }
    }

    private static RawWebSocket webSocket(String query) {
        return RawWebSocket.open(host.address(), "/engine.io/" + query);
    }
}
