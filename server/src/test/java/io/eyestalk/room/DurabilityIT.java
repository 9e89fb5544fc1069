package io.eyestalk.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.FreshDataFolder;
import io.eyestalk.RestWire;
import io.eyestalk.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class DurabilityIT {
    private static final String[] NO_LIMITS = {
        "--eyestalk.limits.enabled=false",
        "--eyestalk.room.away-grace=2s",
        "--eyestalk.room.unconnected-grace=2s"
    };

    @Test
    void whatWasAcknowledgedSurvivesASigkillAndNoGhostStays() throws IOException {
        var folder = FreshDataFolder.next();
        var acknowledged = new ConcurrentLinkedQueue<String>();
        try (var first = ServerProcess.start(folder, NO_LIMITS)) {
            create(first.rest(), "call", acknowledged);
            enter(first.rest(), "call");
            var writers = createUntilKilled(first.rest(), acknowledged);
            await().until(() -> acknowledged.size() > 30);
            first.kill();
            writers.forEach(CompletableFuture::join);
        }

        try (var second = ServerProcess.start(folder, NO_LIMITS)) {
            var rooms = second.rest().get("/room?size=500");
            var call = RestWire.json(second.rest().get("/room/call"));

            assertThat(RestWire.json(rooms).findValuesAsString("roomName"))
                    .containsAll(acknowledged);
            assertThat(call.path(0).path("roomEnterUser").asInt()).isEqualTo(1);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> second.rest().get("/room/call").statusCode() == 404);
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderSaysWhyItStops() throws IOException {
        var folder = FreshDataFolder.next();
        try (var first = ServerProcess.start(folder, NO_LIMITS);
                var second = ServerProcess.launch(0, folder, NO_LIMITS)) {

            assertThat(second.isReady()).isFalse();
            assertThat(second.awaitExit()).isNotZero();
            assertThat(second.output())
                    .contains("Another EyesTalk process is using this data folder.");
            assertThat(first.rest().get("/room").statusCode()).isEqualTo(200);
        }
    }

    private static List<CompletableFuture<Void>> createUntilKilled(
            RestWire rest, ConcurrentLinkedQueue<String> acknowledged) {
        return List.of("a", "b", "c").stream()
                .map(
                        writer ->
                                CompletableFuture.runAsync(
                                        () -> createMany(rest, writer, acknowledged)))
                .toList();
    }

    private static void createMany(
            RestWire rest, String writer, ConcurrentLinkedQueue<String> acknowledged) {
        try {
            for (var number = 0; number < 400; number++) {
                create(rest, writer + number, acknowledged);
            }
        } catch (IllegalStateException killed) {
            assertThat(killed).hasCauseInstanceOf(IOException.class);
        }
    }

    private static void create(
            RestWire rest, String name, ConcurrentLinkedQueue<String> acknowledged) {
        var body =
                """
                {"roomName": "%s", "roomCapacity": 4, "userNickname": "ann"}
                """
                        .formatted(name);
        if (rest.send("POST", "/room", body).statusCode() == 201) {
            acknowledged.add(name);
        }
    }

    private static void enter(RestWire rest, String room) {
        var body =
                """
                {"roomName": "%s", "userNickname": "ann", "socketId": "s1"}
                """
                        .formatted(room);
        assertThat(rest.send("PATCH", "/room/enter", body).statusCode()).isEqualTo(200);
    }
}
