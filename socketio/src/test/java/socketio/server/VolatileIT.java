package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What may be lost is lost exactly when the client is busy; a client that polls is, between two
 * polls.
 */
class VolatileIT {
    private Servers servers;
    private Namespace main;
    private String polling;

    @BeforeEach
    void connect() {
        servers = Servers.quiet();
        main = servers.server().namespace("/");
        polling = servers.http().open();
        servers.http().post(polling, "40");
        servers.http().poll(polling);
    }

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void losesAVolatileEventOfABusyClientOnly() {
        try (var reading = servers.client()) {
            for (var socket : main.sockets()) {
                socket.emitVolatile("now", 1);
                socket.emit("later", 2);
            }

            assertThat(servers.http().poll(polling).body()).isEqualTo("42[\"later\",2]");
            assertThat(reading.message()).isEqualTo("42[\"now\",1]");
            assertThat(reading.message()).isEqualTo("42[\"later\",2]");
        }
    }

    @Test
    void leavesTheBusyOutOfADroppableBroadcast() {
        try (var reading = servers.client()) {
            main.all().droppable().emit("now", 1);
            main.all().emit("later", 2);

            assertThat(servers.http().poll(polling).body()).isEqualTo("42[\"later\",2]");
            assertThat(reading.message()).isEqualTo("42[\"now\",1]");
            assertThat(reading.message()).isEqualTo("42[\"later\",2]");
        }
    }
}
