package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.FreePort;
import io.eyestalk.RestWire;
import io.eyestalk.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is killed without a word, and started again on the same data. */
class ServerDeathIT {
    private static final String ROOM = "디자인 회의";

    @TempDir private Path data;
    private int port;

    @BeforeEach
    void findAPort() throws IOException {
        port = FreePort.find();
    }

    @Test
    void whoResumesIsBackAndWhoDoesNotLeavesNoGhost() throws IOException {
        JsonNode anna;
        JsonNode ben;
        JsonNode carl;
        try (var server = ServerProcess.start(port, data)) {
            anna = join("Anna");
            ben = join("Ben");
            carl = join("Carl");
            server.kill();
        }

        try (var _ = ServerProcess.start(port, data, "--eyestalk.room.away-grace=4s");
                var newAnna = Person.connect(port);
                var newBen = Person.connect(port)) {
            var annaBack = newAnna.resume(anna, false);
            var benBack = newBen.resume(ben, false);
            var gone = newAnna.hears("user-disconnect");

            assertThat(annaBack.get("my_id")).isEqualTo(anna.get("my_id"));
            assertThat(benBack.get("my_id")).isEqualTo(ben.get("my_id"));
            assertThat(annaBack.get("list").size()).isEqualTo(2);
            assertThat(away(benBack, "Anna")).isFalse();
            assertThat(away(benBack, "Carl")).isTrue();
            assertThat(newAnna.hears("user-back").get("sid")).isEqualTo(ben.get("my_id"));
            assertThat(gone.get("sid")).isEqualTo(carl.get("my_id"));
            assertThat(gone.get("reason").stringValue()).isEqualTo("lost");
            assertThat(rooms().get(0).get("roomEnterUser").intValue()).isEqualTo(2);
        }
    }

    @Test
    void aRoomNobodyComesBackToEnds() throws IOException {
        try (var server = ServerProcess.start(port, data)) {
            join("Anna");
            server.kill();
        }

        try (var _ = ServerProcess.start(port, data, "--eyestalk.room.away-grace=2s");
                var lobby = Person.connect(port)) {
            lobby.hears("rooms-changed", news -> news.get("kind").stringValue().equals("ended"));

            assertThat(rooms().size()).isZero();
        }
    }

    @Test
    void aServerThatGoesDownSendsItsClientsElsewhereAndNotAway() throws IOException {
        JsonNode anna;
        try (var server = ServerProcess.start(port, data);
                // over WebSocket the Java client does not notice a close frame (OkHttp's onClosing)
                var client = Person.connect(port, "polling")) {
            anna = client.join(ROOM, "Anna");

            server.stop();

            // after "io server disconnect" an official client would not come back by itself
            assertThat(client.end()).isEqualTo("transport close");
        }

        try (var _ = ServerProcess.start(port, data);
                var newAnna = Person.connect(port)) {
            assertThat(newAnna.resume(anna, false).get("my_id")).isEqualTo(anna.get("my_id"));
        }
    }

    /** Enters, and keeps the connection: it dies with the server. */
    private JsonNode join(String nickname) {
        return Person.connect(port, "websocket").join(ROOM, nickname);
    }

    private static boolean away(JsonNode answer, String name) {
        return answer.get("members")
                .valueStream()
                .filter(member -> member.get("name").stringValue().equals(name))
                .anyMatch(member -> member.get("away").booleanValue());
    }

    private JsonNode rooms() {
        return RestWire.json(new RestWire(port).get("/room"));
    }
}
