package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.wire.RawWebSocket;

class EventsIT {
    private Servers servers;
    private Socket socket;
    private RawWebSocket client;

    @BeforeEach
    void connect() {
        servers = Servers.quiet();
        client = servers.client();
        socket = servers.server().namespace("/").sockets().iterator().next();
    }

    @AfterEach
    void close() {
        client.close();
        servers.close();
    }

    @Test
    void carriesArgumentsBothWays() {
        client.text("42[\"message\",1,\"2\",{\"3\":[true,null,1.5]}]");

        assertThat(client.message())
                .isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true,null,1.5]}]");
    }

    @Test
    void acknowledgesWithTheId() {
        client.text("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");

        assertThat(client.message()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
    }

    @Test
    void acknowledgesInACustomNamespace() {
        client.text("40/custom,");
        client.message();
        client.message();

        client.text("42/custom,0[\"message-with-ack\"]");

        assertThat(client.message()).isEqualTo("43/custom,0[]");
    }

    @Test
    void carriesSeveralAttachmentsBothWays() {
        client.text(
                        "452-[\"message\",{\"_placeholder\":true,\"num\":0},"
                                + "[{\"a\":{\"_placeholder\":true,\"num\":1}}]]")
                .binary((byte) 1, (byte) 2)
                .binary((byte) 3);

        assertThat(client.message())
                .isEqualTo(
                        "452-[\"message-back\",{\"_placeholder\":true,\"num\":0},"
                                + "[{\"a\":{\"_placeholder\":true,\"num\":1}}]]");
        assertThat(Objects.requireNonNull(client.next()).payload()).containsExactly(1, 2);
        assertThat(Objects.requireNonNull(client.next()).payload()).containsExactly(3);
    }

    @Test
    void acknowledgesWithAttachments() {
        client.text("451-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0}]")
                .binary((byte) 7);

        assertThat(client.message()).isEqualTo("461-789[{\"_placeholder\":true,\"num\":0}]");
        assertThat(Objects.requireNonNull(client.next()).payload()).containsExactly(7);
    }

    @Test
    void asksForAnAcknowledgementAndHearsIt() throws Exception {
        var replies = new CompletableFuture<Ack.Reply>();
        socket.emit("question", replies::complete, Duration.ofSeconds(5), "why", new byte[] {1});

        assertThat(client.message())
                .isEqualTo("451-0[\"question\",\"why\",{\"_placeholder\":true,\"num\":0}]");
        client.next();
        client.text("461-0[\"because\",{\"_placeholder\":true,\"num\":0}]").binary((byte) 5);

        var reply = (Ack.Reply.Answered) replies.get();
        assertThat(reply.args().getFirst().asString()).isEqualTo("because");
        assertThat(reply.args().get(1).binaryValue()).containsExactly(5);
    }

    @Test
    void hearsThatNoAcknowledgementCame() throws Exception {
        var replies = new CopyOnWriteArrayList<Ack.Reply>();
        socket.emit("question", replies::add, Duration.ofMillis(50));
        client.message();

        await().until(() -> !replies.isEmpty());
        client.text("430[]").text("42[\"message\"]");

        assertThat(client.message()).isEqualTo("42[\"message-back\"]");
        assertThat(replies).containsExactly(new Ack.Reply.TimedOut());
    }

    @Test
    void hearsThatTheClientLeftBeforeItAcknowledged() {
        var replies = new CopyOnWriteArrayList<Ack.Reply>();
        socket.emit("question", replies::add, Duration.ofSeconds(30));

        client.reset();

        await().untilAsserted(
                        () -> assertThat(replies).containsExactly(new Ack.Reply.Disconnected()));
        socket.emit("another", replies::add, Duration.ofSeconds(30));
        await().until(() -> replies.size() == 2);
    }

    @Test
    void ignoresAnAcknowledgementNobodyAskedFor() {
        client.text("4399[]").text("42[\"message\"]");

        assertThat(client.message()).isEqualTo("42[\"message-back\"]");
    }

    @Test
    void acknowledgesOnce() {
        socket.on(
                "twice",
                event -> {
                    event.ack(1);
                    event.ack(2);
                });

        client.text("421[\"twice\"]").text("42[\"message\"]");

        assertThat(client.message()).isEqualTo("431[1]");
        assertThat(client.message()).isEqualTo("42[\"message-back\"]");
    }

    @Test
    void prefersASocketsOwnListener() {
        var heard = new CopyOnWriteArrayList<String>();
        socket.on("message", event -> heard.add(event.name()));
        socket.onAny(event -> heard.add("any " + event.name() + event.args()));

        client.text("42[\"me\\u0073sage\"]").text("42[\"else\",5]").text("42[7]");

        await().untilAsserted(
                        () ->
                                assertThat(heard)
                                        .containsExactly("message", "any else[5]", "any 7[]"));
    }

    @Test
    void showsArgumentsUnparsed() {
        var heard = new CopyOnWriteArrayList<String>();
        socket.onAny(event -> heard.add(new String(event.raw(), StandardCharsets.UTF_8)));

        client.text("42[\"a\", {\"b\" :1}, 2]").text("42[\"a\"]");

        await().untilAsserted(() -> assertThat(heard).containsExactly("[ {\"b\" :1}, 2]", "[]"));
    }

    @Test
    void goesOnAfterAListenerFails() {
        socket.on(
                "bug",
                _ -> {
                    throw new IllegalStateException("a bug of the application");
                });

        client.text("42[\"bug\"]").text("42[\"message\"]");

        assertThat(client.message()).isEqualTo("42[\"message-back\"]");
    }

    @Test
    void keepsTheOrderOfEvents() {
        for (var number = 0; number < 500; number++) {
            client.text("42[\"message\"," + number + "]");
        }

        for (var number = 0; number < 500; number++) {
            assertThat(client.message()).isEqualTo("42[\"message-back\"," + number + "]");
        }
    }

    @Test
    void writesRecordsAndMapsAndNulls() {
        record Point(int x, String name) {}

        socket.emit("point", new Point(1, "ä\"\n"), Map.of("k", List.of(1)), null);

        assertThat(client.message())
                .isEqualTo("42[\"point\",{\"x\":1,\"name\":\"ä\\\"\\n\"},{\"k\":[1]},null]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener"})
    void refusesToSendOrToHearAReservedName(String name) {
        assertThatThrownBy(() -> socket.emit(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> socket.on(name, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Each is the first packet after a complete CONNECT. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "4abc",
                "47[\"a\"]",
                "42",
                "42{}",
                "42[]",
                "42[{}]",
                "42[null]",
                "42\"message\"",
                "42[\"message\"",
                "42[\"message\",]",
                "42[\"message\"]]",
                "42[\"message\",nul]",
                "42[\"message\",01]",
                "42[\"message\",\"\\x\"]",
                "42[\"message\",\"\t\"]",
                "42abc[\"message-with-ack\",1]",
                "4212345678901234567[\"message-with-ack\"]",
                "42[\"connect\"]",
                "42[\"disconnect\"]",
                "42[\"\\u0064isconnect\"]",
                "42[\"newListener\"]",
                "42/nowhere,[\"message\"]",
                "41/nowhere,",
                "43[]",
                "430{}",
                "430",
                "40{",
                "40[]",
                "40\"text\"",
                "41{}",
                "44{\"message\":\"from a client\"}",
                "45[\"message\"]",
                "45-[\"message\"]",
                "451[\"message\"]",
                "45x-[\"message\"]",
                "4511-[\"message\"]",
                "4599999999999-[\"message\"]",
                "460-[]"
            })
    void closesTheConnectionUponAMalformedPacket(String packet) {
        client.text(packet);

        assertThat(client.awaitEnd()).isEqualTo(1002);
        await().until(() -> !socket.connected());
    }

    @Test
    void closesTheConnectionUponAnAttachmentOutOfTurn() {
        client.binary((byte) 1);

        assertThat(client.awaitEnd()).isEqualTo(1002);
    }

    @Test
    void closesTheConnectionUponAMissingAttachment() {
        client.text("452-[\"message\",{\"_placeholder\":true,\"num\":0}]")
                .binary((byte) 1)
                .text("42[\"message\"]");

        assertThat(client.awaitEnd()).isEqualTo(1002);
    }

    @Test
    void closesTheConnectionUponTooManyAttachments() {
        client.text("451-[\"message\",{\"_placeholder\":true,\"num\":0}]")
                .binary((byte) 1)
                .binary((byte) 2);

        assertThat(client.awaitEnd()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "\"0\"", "null", "0.5", "1e99"})
    void closesTheConnectionUponAPlaceholderWithoutAttachment(String number) {
        client.text("451-[\"message\",{\"_placeholder\":true,\"num\":" + number + "}]")
                .binary((byte) 1);

        assertThat(client.awaitEnd()).isEqualTo(1002);
    }

    @Test
    void closesTheConnectionUponNestingWithoutEnd() {
        client.text("42[\"message\"," + "[".repeat(10_000));

        assertThat(client.awaitEnd()).isEqualTo(1002);
    }
}
