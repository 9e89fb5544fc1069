package io.eyestalk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.shared.FakeRateLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import socketio.engine.Transport;
import socketio.server.SocketIoServer;

class RealtimeLifecycleIT {
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final RealtimeProperties PROPERTIES =
            new RealtimeProperties(
                    List.of(),
                    Set.of(Transport.POLLING),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1),
                    DataSize.ofKilobytes(1),
                    0,
                    1,
                    DRAIN);

    private final Stuck stuck = new Stuck();
    private final SocketIoServer server = SocketIoServer.builder().build();
    private final Connections connections =
            new Connections(
                    new LiveSessions(),
                    new EventDispatcher(List.of(), new FakeRateLimits(), new Observers(List.of())),
                    List.of(stuck),
                    PROPERTIES);

    @Test
    void aClientThatStaysAndAHandlerThatHangsAreGivenTheSameTime() throws InterruptedException {
        server.namespace("/").onConnect(connections::open);
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var listening = server.listen(here)) {
            connect(new RestWire(listening.address().getPort()));
            stuck.begun.await();
            var begun = System.nanoTime();

            new RealtimeLifecycle(server, connections, PROPERTIES).stop();

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isGreaterThanOrEqualTo(DRAIN)
                    .isLessThan(DRAIN.multipliedBy(2));
        } finally {
            stuck.end.countDown();
        }
    }

    /** Enters over polling, and never asks for anything again. */
    private static void connect(RestWire wire) {
        var path = "/socket.io/?EIO=4&transport=polling";
        var opened = wire.get(path).body();
        var sid = opened.replaceFirst(".*\"sid\":\"([^\"]+)\".*", "$1");
        assertThat(wire.send("POST", path + "&sid=" + sid, "40").statusCode()).isEqualTo(200);
    }

    /** Does not end before it may. */
    private static final class Stuck implements SessionListener {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public void connected(Session session) {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void disconnected(Session session, DisconnectKind kind) {}
    }
}
