package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.fixture.SocketIoFixture;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

class ConnectIT {
    private Servers servers;

    @BeforeEach
    void listen() {
        servers = Servers.start();
    }

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void letsAClientIntoTheMainNamespace() {
        try (var client = servers.engine().text("40")) {
            assertThat(client.message()).matches("40\\{\"sid\":\"[\\w-]{22,}\"}");
            assertThat(client.message()).isEqualTo("42[\"auth\",{}]");
        }
    }

    @Test
    void handsTheAuthPayloadOver() {
        try (var client = servers.engine().text("40{\"token\":\"123\"}")) {
            client.message();

            assertThat(client.message()).isEqualTo("42[\"auth\",{\"token\":\"123\"}]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40/custom,", "40/custom"})
    void letsAClientIntoACustomNamespace(String connect) {
        try (var client = servers.engine().text(connect)) {
            assertThat(client.message()).startsWith("40/custom,{\"sid\":\"");
            assertThat(client.message()).isEqualTo("42/custom,[\"auth\",{}]");
        }
    }

    @Test
    void handsTheAuthPayloadOfACustomNamespaceOver() {
        try (var client = servers.engine().text("40/custom,{\"token\":\"abc\"}")) {
            client.message();

            assertThat(client.message()).isEqualTo("42/custom,[\"auth\",{\"token\":\"abc\"}]");
        }
    }

    @Test
    void connectsOverPollingToo() {
        var sid = servers.http().open();

        servers.http().post(sid, "40");

        assertThat(servers.http().poll(sid).body())
                .matches("40\\{\"sid\":\"[\\w-]+\"}\u001e42\\[\"auth\",\\{}]");
    }

    @Test
    void refusesAnUnknownNamespaceAndStays() {
        try (var client = servers.engine().text("40/random")) {
            assertThat(client.message()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");

            client.text("40");
            assertThat(client.message()).startsWith("40{");
        }
    }

    @Test
    void givesEachNamespaceAnIdOfItsOwn() {
        try (var client = servers.engine().text("40")) {
            var main = RawHttp.sidOf(client.message());
            client.message();
            client.text("40/custom,");

            assertThat(RawHttp.sidOf(client.message())).isNotEqualTo(main);
        }
    }

    @Test
    void answersASecondConnectToTheSameNamespaceWithNothing() {
        try (var client = servers.client()) {
            client.text("40").text("42[\"message\"]");

            assertThat(client.message()).isEqualTo("42[\"message-back\"]");
        }
    }

    @Test
    void closesAConnectionThatNeverConnects() {
        try (var client = servers.engine()) {
            var before = System.nanoTime();

            assertThat(client.awaitEndAlive()).isEqualTo(1000);
            assertThat((System.nanoTime() - before) / 1_000_000).isBetween(800L, 1_800L);
        }
    }

    @Test
    void refusesWithTheDataOfAMiddleware() {
        servers.server()
                .namespace("/guarded")
                .use(
                        Middleware.of(
                                handshake ->
                                        handshake.auth().path("token").asString("").equals("open")
                                                ? Admission.accept()
                                                : Admission.refuse(
                                                        "not \"you\"", Map.of("retry", 3))));
        try (var client = servers.engine()) {
            client.text("40/guarded,");
            assertThat(client.message())
                    .isEqualTo(
                            "44/guarded,{\"message\":\"not \\\"you\\\"\",\"data\":{\"retry\":3}}");

            client.text("40/guarded,{\"token\":\"open\"}");
            assertThat(client.message()).startsWith("40/guarded,{");
        }
    }

    @Test
    void stopsAtTheFirstMiddlewareThatRefuses() {
        var asked = new CopyOnWriteArrayList<String>();
        servers.server()
                .namespace("/guarded")
                .use(Middleware.of(_ -> note(asked, "first", Admission.accept())))
                .use(Middleware.of(_ -> note(asked, "second", Admission.refuse("no"))))
                .use(Middleware.of(_ -> note(asked, "third", Admission.accept())));
        try (var client = servers.engine().text("40/guarded,")) {
            assertThat(client.message()).isEqualTo("44/guarded,{\"message\":\"no\"}");
            assertThat(asked).containsExactly("first", "second");
        }
    }

    @Test
    void waitsForAMiddlewareThatAnswersLater() {
        var answer = new CompletableFuture<Admission>();
        servers.server().namespace("/slow").use(_ -> answer);
        try (var client = servers.engine().text("40/slow,").text("40")) {
            assertThat(client.message()).startsWith("40{");
            client.message();

            answer.complete(Admission.accept());

            assertThat(client.message()).startsWith("40/slow,{");
        }
    }

    @Test
    void tellsNoSecretOfAMiddlewareThatFails() {
        servers.server()
                .namespace("/broken")
                .use(_ -> CompletableFuture.failedStage(new IllegalStateException("db password")));
        try (var client = servers.engine().text("40/broken,")) {
            assertThat(client.message()).isEqualTo("44/broken,{\"message\":\"Internal error\"}");
        }
    }

    @Test
    void tellsWhatTheHandshakeWas() throws Exception {
        var handshakes = new CompletableFuture<Handshake>();
        servers.server()
                .namespace("/seen")
                .onConnect(socket -> handshakes.complete(socket.handshake()));
        try (var client =
                RawWebSocket.open(
                        servers.address(),
                        "/socket.io/?EIO=4&transport=websocket&a=%C3%A4",
                        "X-Test: one\r\n")) {
            client.message();
            client.text("40/seen,");
            var handshake = handshakes.get();

            assertThat(handshake.remoteAddress().isLoopbackAddress()).isTrue();
            assertThat(handshake.header("x-test")).hasValue("one");
            assertThat(handshake.header("x-tes")).isEmpty();
            assertThat(handshake.query()).containsEntry("a", List.of("ä"));
            assertThat(handshake.secure()).isFalse();
        }
    }

    @Test
    void countsConnections() {
        var idle = new Servers(SocketIoFixture.options());
        try (idle;
                var first = idle.client();
                var second = idle.client()) {
            assertThat(idle.server().connections()).isEqualTo(2);
            assertThat(idle.server().namespace("/").sockets()).hasSize(2);
            assertThat(first).isNotSameAs(second);
        }
    }

    private static Admission note(List<String> asked, String name, Admission answer) {
        asked.add(name);
        return answer;
    }
}
