package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import socketio.wire.RawWebSocket;

/**
 * Very many clients come and are cut off in the middle of something; nothing of them stays. {@code
 * -Dsocketio.churn=N} sets how many.
 */
class ChurnIT {
    private static final int CLIENTS = Integer.getInteger("socketio.churn", 20_000);
    private static final int AT_ONCE = 50;
    private static final long SLACK_BYTES = 24L * 1024 * 1024;

    private final Servers servers = Servers.quiet();

    @Test
    void leavesNoSessionAndAFlatHeap() throws Exception {
        joinARoom();
        try (servers) {
            churn(CLIENTS / 4);
            var before = usedHeap();

            churn(CLIENTS - CLIENTS / 4);

            assertThat(usedHeap()).isLessThan(before + SLACK_BYTES);
        }
    }

    private void joinARoom() {
        servers.server().namespace("/").onConnect(socket -> socket.join("everybody"));
    }

    private void churn(int clients) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done = 0; done < clients; done += AT_ONCE) {
                var wave = new ArrayList<Future<?>>();
                for (var number = 0; number < AT_ONCE; number++) {
                    var kind = number % 5;
                    wave.add(executor.submit(() -> comeAndGo(kind)));
                }
                for (var client : wave) {
                    client.get();
                }
            }
        }
        var namespace = (LocalNamespace) servers.server().namespace("/");
        await().atMost(Duration.ofSeconds(20)).until(() -> servers.server().connections() == 0);
        assertThat(namespace.sockets()).isEmpty();
        assertThat(namespace.rooms().size()).isZero();
    }

    /** Each kind is cut off at another moment. */
    private void comeAndGo(int kind) {
        var uri = "/socket.io/?EIO=4&transport=websocket";
        var client = RawWebSocket.open(servers.address(), uri);
        client.message();
        if (kind > 0) {
            client.text("40");
        }
        if (kind > 1) {
            client.message();
        }
        if (kind > 2) {
            client.text("451-7[\"message-with-ack\",{\"_placeholder\":true,\"num\":0}]");
        }
        if (kind > 3) {
            client.bytes(new byte[] {(byte) 0x82, (byte) 0xfe, 1});
        }
        client.reset();
    }

    private static long usedHeap() {
        var runtime = Runtime.getRuntime();
        for (var round = 0; round < 3; round++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
