package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            RunningServer.DATABASE,
            "eyestalk.room.closing-grace=500ms",
            "eyestalk.room.away-grace=600ms",
            "eyestalk.room.heard-grace=60s",
            "eyestalk.room.unconnected-grace=300ms",
            "eyestalk.room.unentered-grace=300ms"
        })
class AwayAndGoneIT {
    @LocalServerPort private int port;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();
    private Person ben;
    private Person anna;
    private JsonNode annaId;

    @BeforeEach
    void twoPeopleMeet() {
        ben = people.add(Person.in(port, room, "Ben"));
        anna = people.add(Person.connect(port));
        annaId = anna.join(room, "Anna").get("my_id");
        ben.forget();
    }

    @Test
    void whoLosesTheLineIsAwayAndThenGone() {
        anna.lose();

        assertThat(ben.hears("user-away").get("sid")).isEqualTo(annaId);
        var gone = ben.hears("user-disconnect");
        assertThat(gone.get("sid")).isEqualTo(annaId);
        assertThat(gone.get("reason").stringValue()).isEqualTo("lost");
    }

    @Test
    void whoIsHeardByAPeerStaysLonger() {
        ben.ask("peer-state", "{'sid':%s,'heard':true}".formatted(annaId));

        anna.lose();
        ben.hears("user-away");
        // someone else who is not heard, lost later, is gone first
        var carl = people.add(Person.in(port, room, "Carl"));
        carl.lose();

        assertThat(ben.hears("user-disconnect").get("sid")).isNotEqualTo(annaId);
        ben.ask("peer-state", "{'sid':%s,'heard':false}".formatted(annaId));
        assertThat(ben.hears("user-disconnect").get("sid")).isEqualTo(annaId);
    }

    @Test
    void aClosedPageIsGoneSoon() {
        rest().send("POST", "/room/closing?socketId=" + anna.socketId(), "");
        anna.lose();

        assertThat(ben.hears("user-disconnect").get("reason").stringValue()).isEqualTo("closed");
    }

    @Test
    void aReloadedPageStaysIn() {
        rest().send("POST", "/room/closing?socketId=" + anna.socketId(), "");
        var reloaded = people.add(Person.connect(port));

        var answer = reloaded.resume(anna.entry(), true);
        ben.hears("user-back");
        // the time after which a closed page is gone passes for another one
        var carl = people.add(Person.in(port, room, "Carl"));
        rest().send("POST", "/room/closing?socketId=" + carl.socketId(), "");

        assertThat(answer.get("my_id")).isEqualTo(annaId);
        assertThat(ben.hears("user-disconnect").get("sid")).isNotEqualTo(annaId);
        assertThat(ben.unasked()).doesNotContain("user-disconnect");
    }

    @Test
    void whoSaysGoodbyeIsGoneAtOnceWithoutBeingAway() {
        anna.disconnect();

        assertThat(ben.hears("user-disconnect").get("reason").stringValue()).isEqualTo("left");
        assertThat(ben.unasked()).doesNotContain("user-away");
    }

    @Test
    void whoseShareIsOnEndsItByBeingGone() {
        anna.ask("share-start", "{}");
        ben.forget();

        anna.lose();

        ben.hears("user-disconnect");
        assertThat(ben.hears("share-end").get("sid")).isEqualTo(annaId);
    }

    @Test
    void whoEntersOverRestWithoutAConnectionIsAwayAndThenGone() {
        var entered =
                rest().send(
                                "PATCH",
                                "/room/enter",
                                """
                                {"roomName": "%s", "userNickname": "Dora", "socketId": "%s"}
                                """
                                        .formatted(room, UUID.randomUUID()));
        var carl = people.add(Person.connect(port));
        var members = carl.join(room, "Carl").get("members");

        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(members.valueStream().filter(member -> member.get("away").booleanValue()))
                .extracting(member -> member.get("name").stringValue())
                .containsExactly("Dora");
        assertThat(ben.hears("user-disconnect").get("reason").stringValue()).isEqualTo("lost");
    }

    @Test
    void theLastOneTakesTheRoomAlong() {
        var lobby = people.add(Person.connect(port));

        anna.lose();
        ben.lose();

        lobby.hears("rooms-changed", news -> news.get("kind").stringValue().equals("ended"));
        var answer = lobby.ask("join-room", "{'roomName':'%s','userNickname':'L'}".formatted(room));
        assertThat(answer.get("code").stringValue()).isEqualTo("ROOM_IS_EMPTY");
    }

    private RestWire rest() {
        return new RestWire(port);
    }
}
