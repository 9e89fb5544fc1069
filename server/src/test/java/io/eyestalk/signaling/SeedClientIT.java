package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A client of the 2022 protocol: no acknowledgements, ids of its own in every payload. */
@RunningServer
class SeedClientIT {
    @LocalServerPort private int port;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();

    @Test
    void createsJoinsSignalsChatsSharesAndLeaves() {
        var anna = enter("Anna");
        var annaList = anna.hears("user-list");
        var ben = enter("Ben");
        var carl = enter("Carl");
        var benList = ben.hears("user-list");
        carl.hears("user-list");
        var annaId = annaList.get("my_id").stringValue();
        var benId = benList.get("my_id").stringValue();

        assertThat(annaList.has("list")).isFalse();
        assertThat(benList.get("list").toString()).isEqualTo("{\"%s\":\"Anna\"}".formatted(annaId));
        assertThat(anna.hears("user-connect").get("sid").stringValue()).isEqualTo(benId);

        exchange(ben, benId, anna, annaId);
        chat(ben, benId, anna, annaId, carl);
        share(ben, benId, anna);

        ben.tell("leave-room", "{'sender_id':'%s'}".formatted(annaId));
        assertThat(anna.hears("user-disconnect").get("sid").stringValue()).isEqualTo(benId);
        assertThat(List.of(anna.unasked(), ben.unasked(), carl.unasked()))
                .noneMatch(unasked -> unasked.contains("error-message"));
    }

    @Test
    void learnsOfAFailureByAnEvent() {
        var anna = enter("Anna");
        anna.hears("user-list");
        var second = connect();

        second.tell(
                "join-room",
                "{'roomName':'%s','userNickname':'Anna','roomPassword':'pw'}".formatted(room));
        second.tell("chatting", "{'text':'too early','direct':false}");

        var taken = second.hears("error-message");
        assertThat(taken.get("code").stringValue()).isEqualTo("INVALID_NICKNAME");
        assertThat(taken.get("event").stringValue()).isEqualTo("join-room");
        assertThat(second.hears("error-message").get("code").stringValue())
                .isEqualTo("NOT_IN_ROOM");
        assertThat(anna.unasked()).doesNotContain("error-message", "user-connect");
    }

    /** Sends create-room also when the room exists, as the 2022 client does. */
    private Person enter(String name) {
        var person = connect();
        var request =
                ("{'roomName':'%s','roomCapacity':'4','roomPassword':'pw','userNickname':'%s',"
                                + "'sid':'forged'}")
                        .formatted(room, name);
        person.tell("create-room", request);
        person.hears("join-request");
        person.tell("join-room", request);
        return person;
    }

    private Person connect() {
        return people.add(Person.connect(port));
    }

    private static void exchange(Person from, String fromId, Person to, String toId) {
        var signal =
                "{'sender_id':'%s','target_id':'%s','type':'%s',%s}"
                        .formatted(toId, toId, "%s", "%s");
        from.tell("data", signal.formatted("offer", "'sdp':{'type':'offer','sdp':'v=0'}"));
        var offer = to.hears("data");
        assertThat(offer.get("sender_id").stringValue()).isEqualTo(fromId);
        assertThat(offer.get("sdp")).isEqualTo(Person.tree("{'type':'offer','sdp':'v=0'}"));

        to.tell(
                "data",
                "{'sender_id':'x','target_id':'%s','type':'answer','sdp':{'type':'answer','sdp':'v=0'}}"
                        .formatted(fromId));
        assertThat(from.hears("data").get("sender_id").stringValue()).isEqualTo(toId);

        from.tell(
                "data",
                signal.formatted(
                        "new-ice-candidate", "'candidate':{'candidate':'c','sdpMid':'0'}"));
        assertThat(to.hears("data").get("candidate").get("candidate").stringValue()).isEqualTo("c");
    }

    private static void chat(Person from, String fromId, Person to, String toId, Person third) {
        from.tell("chatting", "{'text':'안녕','direct':false,'sender':'Anna','room_id':'x'}");
        isLine(from.hears("chatting", SeedClientIT::isLine), fromId, "안녕", "self");
        isLine(to.hears("chatting", SeedClientIT::isLine), fromId, "안녕", "other");
        isLine(third.hears("chatting", SeedClientIT::isLine), fromId, "안녕", "other");

        from.tell("chatting", "{'text':'psst','direct':true,'dest':'%s'}".formatted(toId));
        isLine(from.hears("chatting", SeedClientIT::isLine), fromId, "psst", "self");
        isLine(to.hears("chatting", SeedClientIT::isLine), fromId, "psst", "other");
        assertThat(third.unasked()).doesNotContain("chatting");
    }

    private static void share(Person from, String fromId, Person to) {
        from.tell("share-start", "{}");
        assertThat(to.hears("share-start").get("sid").stringValue()).isEqualTo(fromId);
        from.tell("share-end", "{}");
        assertThat(to.hears("share-end").get("sid").stringValue()).isEqualTo(fromId);
    }

    private static boolean isLine(JsonNode body) {
        return body.has("text");
    }

    private static void isLine(JsonNode line, String sid, String text, String target) {
        assertThat(line.get("sid").stringValue()).isEqualTo(sid);
        assertThat(line.get("sender").stringValue()).isEqualTo("Ben");
        assertThat(line.get("text").stringValue()).isEqualTo(text);
        assertThat(line.get("target").stringValue()).isEqualTo(target);
        assertThat(line.get("type").stringValue()).isEqualTo("normal");
    }
}
