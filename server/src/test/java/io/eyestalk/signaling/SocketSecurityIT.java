package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningServer
class SocketSecurityIT {
    @LocalServerPort private int port;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();
    private Person anna;
    private Person ben;
    private String annaId;

    @BeforeEach
    void twoPeopleMeet() {
        anna = people.add(Person.connect(port));
        annaId = anna.join(room, "Anna").get("my_id").stringValue();
        ben = people.add(Person.in(port, room, "Ben"));
        anna.forget();
    }

    @Test
    void aPublicIdRemovesNobody() {
        var rest = new RestWire(port);

        var exit = rest.send("POST", "/room/exit?socketId=" + annaId, "");
        var closing = rest.send("POST", "/room/closing?socketId=" + annaId, "");
        var resumed = ben.ask("resume", "{'token':'%s','fresh':false}".formatted(annaId));

        assertThat(exit.statusCode()).isEqualTo(404);
        assertThat(closing.statusCode()).isEqualTo(204);
        assertThat(code(resumed)).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(isIn(anna)).isTrue();
    }

    @Test
    void aPublicIdOpensNoSession() throws IOException, InterruptedException {
        assertThat(poll("sid=" + annaId, null)).isEqualTo(400);
        assertThat(poll("sid=" + anna.socketId(), null)).isEqualTo(400);
    }

    @Test
    void nothingThatOthersGetHoldsAPrivateId() {
        ben.ask("chatting", "{'text':'hi','direct':false}");
        ben.ask("share-start", "{}");
        ben.ask("media-state", "{'audio':true,'video':true}");
        ben.ask("data", "{'target_id':'%s','type':'offer','sdp':{}}".formatted(annaId));

        var heard =
                anna.hears("chatting").toString()
                        + anna.hears("share-start")
                        + anna.hears("media-state")
                        + anna.hears("data");

        assertThat(heard).doesNotContain(ben.socketId(), anna.socketId());
    }

    @Test
    void aForgedSenderIsOverwritten() {
        var carl = people.add(Person.in(port, room, "Carl"));
        var carlId = carl.hears("user-list").get("my_id").stringValue();

        carl.ask(
                "data",
                "{'sender_id':'forged','target_id':'%s','type':'offer','sdp':{}}"
                        .formatted(annaId));
        carl.ask("share-start", "{'sid':'forged'}");
        carl.ask("chatting", "{'text':'x','direct':false,'sid':'forged','sender':'Anna'}");

        assertThat(anna.hears("data").get("sender_id").stringValue()).isEqualTo(carlId);
        assertThat(anna.hears("share-start").get("sid").stringValue()).isEqualTo(carlId);
        var line = anna.hears("chatting", body -> body.has("text"));
        assertThat(line.get("sid").stringValue()).isEqualTo(carlId);
        assertThat(line.get("sender").stringValue()).isEqualTo("Carl");
    }

    @Test
    void nothingCrossesFromOneRoomToAnother() {
        var stranger = people.add(Person.in(port, room + " 2", "Stranger"));
        anna.forget();

        var signal =
                stranger.ask(
                        "data", "{'target_id':'%s','type':'offer','sdp':{}}".formatted(annaId));
        var direct =
                stranger.ask(
                        "chatting", "{'text':'x','direct':true,'dest':'%s'}".formatted(annaId));
        stranger.ask("peer-state", "{'sid':'%s','heard':false}".formatted(annaId));
        stranger.ask("chatting", "{'text':'x','direct':false,'room_id':'%s'}".formatted(room));
        stranger.ask("share-start", "{}");

        assertThat(code(signal)).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(code(direct)).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(anna.unasked()).isEmpty();
    }

    @Test
    void pagesOfForeignHostsAreRefused() throws IOException, InterruptedException {
        assertThat(poll("", null)).isEqualTo(200);
        assertThat(poll("", "http://localhost:" + port)).isEqualTo(200);
        assertThat(poll("", "https://friend.example.org")).isEqualTo(200);
        assertThat(poll("", "https://evil.example.org")).isBetween(400, 403);
        assertThat(poll("", "null")).isBetween(400, 403);
    }

    private int poll(String query, @Nullable String origin)
            throws IOException, InterruptedException {
        var address =
                "http://localhost:%d/socket.io/?EIO=4&transport=polling&%s".formatted(port, query);
        var request = HttpRequest.newBuilder(URI.create(address));
        if (origin != null) {
            request.header("Origin", origin);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static boolean isIn(Person person) {
        return person.ask("media-state", "{'audio':true,'video':true}").get("ok").booleanValue();
    }

    private static String code(JsonNode answer) {
        return answer.path("code").asString("accepted");
    }
}
