package socketio.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import socketio.fixture.SocketIoFixture;
import socketio.interop.Interop;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

/** In the pipeline of Reactor Netty, the host under Spring WebFlux. */
class HostedIT {
    private final SocketIoServer server = SocketIoFixture.answering(Servers.quietOptions().build());
    private final DisposableServer host =
            HttpServer.create()
                    .bindAddress(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .doOnChannelInit(
                            (_, channel, _) ->
                                    channel.pipeline()
                                            .addAfter(
                                                    NettyPipeline.HttpCodec,
                                                    "socketio",
                                                    server.handler()))
                    .route(
                            routes ->
                                    routes.get(
                                                    "/hello",
                                                    (_, out) -> out.sendString(Mono.just("hi")))
                                            .get(
                                                    "/slow",
                                                    (_, out) ->
                                                            out.sendString(
                                                                    Mono.delay(
                                                                                    Duration
                                                                                            .ofMillis(
                                                                                                    300))
                                                                            .map(_ -> "slow"))))
                    .bindNow();
    private final RawHttp http = new RawHttp(address(), "/socket.io/");

    @AfterEach
    void close() {
        http.close();
        server.close();
        host.disposeNow();
    }

    @Test
    void leavesOtherPathsToTheHost() {
        try (var other = new RawHttp(address(), "/hello")) {
            assertThat(other.get("").body()).isEqualTo("hi");
        }
    }

    @Test
    void pollsOnTheHostsPort() {
        var sid = http.open();

        http.post(sid, "40");
        http.post(sid, "42[\"message\",1]");

        assertThat(http.poll(sid).body()).contains("42[\"message-back\",1]");
    }

    @Test
    void takesOverForWebSocket() {
        try (var client = RawWebSocket.open(address(), "/socket.io/?EIO=4&transport=websocket")) {
            assertThat(client.message()).startsWith("0{");
            client.text("40");
            client.message();
            client.message();

            client.text("42[\"message\",\"" + "x".repeat(100_000) + "\"]");

            assertThat(client.message()).hasSizeGreaterThan(100_000);
        }
    }

    @Test
    void upgradesOnTheHostsPort() {
        var sid = http.open();
        try (var client =
                RawWebSocket.open(address(), "/socket.io/?EIO=4&transport=websocket&sid=" + sid)) {
            client.text("2probe");
            assertThat(client.message()).isEqualTo("3probe");
            client.text("5").text("40");

            assertThat(client.message()).startsWith("40{");
        }
    }

    @Test
    void servesTheOfficialClientThroughTheHost() {
        Interop.addQuestions(server);

        Interop.javascript(address(), "socket.io-client", "default");
    }

    /** Both kinds of request on one connection, one after another and all at once. */
    @Test
    void keepsTheOrderOfAnswersOnOneConnection() throws IOException {
        var mine = "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n";
        var slow = "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n";
        var last = "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket(address().getAddress(), address().getPort())) {
            socket.setSoTimeout(20_000);

            socket.getOutputStream().write((slow + mine + slow + mine + last).getBytes(UTF_8));

            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer.replaceAll("(?s).*?(slow|0\\{\"sid|hi)", "$1 "))
                    .startsWith("slow 0{\"sid slow 0{\"sid hi");
        }
    }

    private InetSocketAddress address() {
        return (InetSocketAddress) host.address();
    }
}
