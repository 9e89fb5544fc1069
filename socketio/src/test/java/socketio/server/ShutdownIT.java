package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShutdownIT {
    private final Servers servers = Servers.quiet();

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void sendsAWebSocketAwayAfterWhatWasSentToIt() {
        try (var client = servers.client()) {
            var socket = servers.server().namespace("/").sockets().iterator().next();
            socket.emit("last", "x".repeat(200_000));

            var done = servers.server().shutdown(Duration.ofSeconds(5)).toCompletableFuture();

            assertThat(client.message()).startsWith("42[\"last\"");
            assertThat(client.awaitEnd()).isEqualTo(1001);
            await().until(done::isDone);
            assertThat(servers.server().connections()).isZero();
        }
    }

    @Test
    void sendsAPollingClientAway() {
        var sid = servers.http().open();
        servers.http().post(sid, "40");
        servers.http().poll(sid);

        var done = servers.server().shutdown(Duration.ofSeconds(5)).toCompletableFuture();

        await().until(() -> servers.server().connections() == 0);
        assertThat(done).isNotDone();
        assertThat(servers.http().poll(sid).body()).isEqualTo("1");
        await().until(done::isDone);
    }

    @Test
    void refusesWhoeverComesLater() {
        servers.server().shutdown(Duration.ZERO);

        assertThat(servers.http().get("?EIO=4&transport=polling").statusCode()).isEqualTo(503);
    }

    @Test
    void cutsOffAClientThatDoesNotLeave() {
        try (var client = servers.client()) {
            var before = System.nanoTime();

            servers.server().shutdown(Duration.ofMillis(300)).toCompletableFuture().join();

            assertThat((System.nanoTime() - before) / 1_000_000).isBetween(200L, 1_500L);
            assertThat(client.status()).isEqualTo(101);
        }
    }

    @Test
    void tellsTheApplicationWhy() {
        List<DisconnectReason> reasons = new CopyOnWriteArrayList<>();
        try (var client = servers.client()) {
            var socket = servers.server().namespace("/").sockets().iterator().next();
            socket.onDisconnect(reasons::add);

            servers.server().shutdown(Duration.ofSeconds(1));

            await().untilAsserted(
                            () ->
                                    assertThat(reasons)
                                            .containsExactly(
                                                    DisconnectReason.SERVER_SHUTTING_DOWN));
            assertThat(client.awaitEnd()).isEqualTo(1001);
        }
    }
}
