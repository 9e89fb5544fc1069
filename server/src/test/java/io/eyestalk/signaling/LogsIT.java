package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server logs at its most talkative while people meet: enough to follow, and no secret. */
class LogsIT {
    @TempDir private Path data;

    @Test
    void linesOfTextNameTheRequestAndTheSessionAndTellNoSecret() throws IOException {
        try (var server = start()) {
            var meeting = new EventfulMeeting(server.port());

            var request = meeting.play();
            server.stop();
            var lines = server.output().lines().toList();

            assertNoSecret(lines, meeting);
            assertThat(lines)
                    .anyMatch(line -> line.contains("[request=" + request + "] ") && told(line))
                    .anyMatch(
                            line -> line.matches(".*\\[.*session=[0-9a-f]{12}.*event=answered.*"));
        }
    }

    @Test
    void linesOfJsonNameTheRequestAndTheSessionAndTellNoSecret() throws IOException {
        try (var server = start("--logging.structured.format.console=ecs")) {
            var meeting = new EventfulMeeting(server.port());

            var request = meeting.play();
            server.stop();
            var lines = server.output().lines().toList();
            var entries = lines.stream().map(line -> JsonMapper.shared().readTree(line)).toList();

            assertNoSecret(lines, meeting);
            assertThat(entries)
                    .allSatisfy(LogsIT::assertEcs)
                    .anyMatch(entry -> label(entry, "request").equals(request) && told(entry))
                    .anyMatch(LogsIT::isChatOfAMember);
        }
    }

    private ServerProcess start(String... options) throws IOException {
        var all =
                new ArrayList<>(
                        List.of(
                                "--logging.level.io.eyestalk=debug",
                                "--logging.level.socketio=debug",
                                "--eyestalk.edge.trusted-proxies=127.0.0.1,::1",
                                "--eyestalk.turn.secret=" + EventfulMeeting.RELAY_SECRET,
                                "--eyestalk.turn.servers[0].urls=turn:turn.example.org:3478",
                                "--eyestalk.dashboard.password-hash="
                                        + EventfulMeeting.OPERATOR_HASH));
        all.addAll(List.of(options));
        return ServerProcess.start(data, all.toArray(String[]::new));
    }

    private static void assertNoSecret(List<String> lines, EventfulMeeting meeting) {
        assertThat(lines).hasSizeGreaterThan(20);
        assertThat(meeting.secrets()).hasSizeGreaterThan(15);
        meeting.secrets()
                .forEach(
                        (what, secret) -> {
                            assertThat(secret).as(what).isNotBlank();
                            assertThat(lines).as(what).noneMatch(line -> line.contains(secret));
                        });
    }

    /** Elastic Common Schema: these every entry has. */
    private static void assertEcs(JsonNode entry) {
        assertThat(entry.path("@timestamp").asString()).endsWith("Z");
        assertThat(entry.at("/log/level").asString()).isNotBlank();
        assertThat(entry.at("/service/name").asString()).isEqualTo("eyestalk");
        assertThat(entry.at("/ecs/version").asString()).isNotBlank();
        assertThat(entry.path("message").asString()).isNotBlank();
    }

    private static boolean isChatOfAMember(JsonNode entry) {
        return entry.path("message").asString().startsWith("event=answered name=chatting")
                && label(entry, "session").matches("[0-9a-f]{12}")
                && !label(entry, "room").isEmpty()
                && !label(entry, "member").isEmpty();
    }

    private static String label(JsonNode entry, String name) {
        return entry.path("labels").path(name).asString("");
    }

    private static boolean told(JsonNode entry) {
        return told(entry.path("message").asString());
    }

    private static boolean told(String line) {
        return line.endsWith("event=told news=RoomCreated");
    }
}
