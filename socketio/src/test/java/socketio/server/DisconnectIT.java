package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketio.fixture.SocketIoFixture;

class DisconnectIT {
    private final List<DisconnectReason> reasons = new CopyOnWriteArrayList<>();
    private Servers servers;

    @BeforeEach
    void listen() {
        servers = Servers.quiet();
        servers.server().namespace("/").onConnect(socket -> socket.onDisconnect(reasons::add));
    }

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void leavesOneNamespaceAndKeepsTheOther() {
        try (var client = servers.client().text("40/custom,")) {
            client.message();
            client.message();

            client.text("41").text("42[\"message\",1]").text("42/custom,[\"message\",2]");

            assertThat(client.message()).isEqualTo("42/custom,[\"message-back\",2]");
            assertThat(reasons).containsExactly(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
            assertThat(servers.server().namespace("/").sockets()).isEmpty();
        }
    }

    @Test
    void comesBackToANamespaceWithANewId() {
        try (var client = servers.client()) {
            var before = onlySocket().id();

            client.text("41").text("40");

            assertThat(client.message()).startsWith("40{").doesNotContain(before);
        }
    }

    @Test
    void staysConnectedBelowWithoutANamespace() {
        var hasty = new Servers(SocketIoFixture.options());
        try (hasty;
                var client = hasty.client()) {
            client.text("41");

            assertThat(Objects.requireNonNull(client.next()).text()).isEqualTo("2");
        }
    }

    @Test
    void isClosedWithoutANamespaceForTooLong() {
        try (var client = servers.client()) {
            client.text("41");

            assertThat(client.awaitEnd()).isEqualTo(1000);
        }
    }

    @Test
    void tellsTheClientThatItIsDisconnected() {
        try (var client = servers.client()) {
            var socket = onlySocket();

            socket.disconnect();
            socket.disconnect();
            socket.emit("never");

            assertThat(client.message()).isEqualTo("41");
            client.text("40");
            assertThat(client.message()).startsWith("40{");
            assertThat(reasons).containsExactly(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
        }
    }

    @Test
    void closesTheConnectionAfterWhatWasSent() {
        try (var client = servers.client()) {
            var socket = onlySocket();

            socket.emit("last", "x".repeat(500_000));
            socket.close();

            assertThat(client.message()).startsWith("42[\"last\",\"xxx");
            assertThat(client.awaitEnd()).isEqualTo(1000);
            assertThat(reasons).containsExactly(DisconnectReason.FORCED_CLOSE);
        }
    }

    @Test
    void closesAPollingConnectionAfterWhatWasSent() {
        var sid = servers.http().open();
        servers.http().post(sid, "40");
        servers.http().poll(sid);
        var socket = onlySocket();

        socket.emit("last");
        socket.close();

        await().until(() -> !socket.connected());
        assertThat(servers.http().poll(sid).body()).isEqualTo("42[\"last\"]\u001e1");
        assertThat(servers.http().poll(sid).statusCode()).isEqualTo(400);
    }

    @Test
    void tellsEveryReasonApart() {
        servers.client().text("1").awaitEnd();
        await().until(() -> reasons.size() == 1);
        servers.client().text("4abc").awaitEnd();
        await().until(() -> reasons.size() == 2);
        servers.client().reset();
        await().until(() -> reasons.size() == 3);

        assertThat(reasons.get(0)).isEqualTo(DisconnectReason.TRANSPORT_CLOSE);
        assertThat(reasons.get(1)).isEqualTo(DisconnectReason.PARSE_ERROR);
        assertThat(reasons.get(2))
                .isIn(DisconnectReason.TRANSPORT_CLOSE, DisconnectReason.TRANSPORT_ERROR);
    }

    @Test
    void tellsThatAPingTimedOut() {
        var hasty = new Servers(SocketIoFixture.options());
        try (hasty;
                var client = hasty.client()) {
            var socket = hasty.server().namespace("/").sockets().iterator().next();
            socket.onDisconnect(reasons::add);

            client.awaitEnd();

            assertThat(reasons).containsExactly(DisconnectReason.PING_TIMEOUT);
        }
    }

    @Test
    void tellsALateListenerToo() {
        try (var client = servers.client()) {
            var socket = onlySocket();
            client.text("41");
            await().until(() -> !socket.connected());
            reasons.clear();

            socket.onDisconnect(reasons::add);

            await().atMost(Duration.ofSeconds(5)).until(() -> reasons.size() == 1);
        }
    }

    private Socket onlySocket() {
        return servers.server().namespace("/").sockets().iterator().next();
    }
}
