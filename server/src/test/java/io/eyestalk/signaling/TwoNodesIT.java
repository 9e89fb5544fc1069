package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two nodes are one service for people who are connected to different ones. */
class TwoNodesIT extends OnTwoNodes {
    @Test
    void peopleOfDifferentNodesSeeEachOther() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");

        assertThat(ben.entry().get("list").get(anna.id()).stringValue()).isEqualTo("Anna");
        assertThat(anna.hears("user-connect"))
                .isEqualTo(Person.tree("{'sid':'%s','name':'Ben'}".formatted(ben.id())));
        assertThat(anna.hears("chatting").get("type").stringValue()).isEqualTo("join");
        assertThat(anna.unasked()).doesNotContain("user-connect", "chatting");
    }

    @Test
    void signalsReachTheirAddresseeOnAnotherNode() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");

        var answer = signal(ben, anna);

        assertThat(answer.get("ok").booleanValue()).isTrue();
        assertThat(anna.hears("data").get("sender_id").stringValue()).isEqualTo(ben.id());
        assertThat(anna.unasked()).doesNotContain("data");
    }

    @Test
    void whoSpeaksIsHeardOnAllNodesOnce() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");
        var carl = at(1, "Carl");
        ben.forget();
        carl.forget();

        var sent = anna.ask("chatting", "{'text':'안녕'}");

        for (var other : List.of(ben, carl)) {
            var line = other.hears("chatting", OnTwoNodes::isLine);
            assertThat(line.get("text").stringValue()).isEqualTo("안녕");
            assertThat(line.get("id")).isEqualTo(sent.get("id"));
            assertThat(other.unasked()).doesNotContain("chatting");
        }
    }

    @Test
    void aDirectMessageReachesOnlyItsAddressee() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");
        var carl = at(1, "Carl");
        carl.forget();

        anna.ask("chatting", "{'text':'psst','direct':true,'dest':'%s'}".formatted(ben.id()));

        assertThat(ben.hears("chatting", OnTwoNodes::isLine).get("direct").booleanValue()).isTrue();
        assertThat(carl.unasked()).doesNotContain("chatting");
    }

    @Test
    void nobodyIsFoundWhoIsNotThere() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");
        anna.hears("user-connect");
        ben.ask("leave-room", "{}");
        anna.hears("user-disconnect");

        var answer = signal(anna, ben);

        assertThat(answer.get("code").stringValue()).isEqualTo("MEMBER_NOT_FOUND");
    }

    @Test
    void whoLeavesIsGoneOnAllNodes() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");

        anna.hears("user-connect");
        ben.ask("leave-room", "{}");

        assertThat(anna.hears("user-disconnect"))
                .isEqualTo(Person.tree("{'sid':'%s','reason':'left'}".formatted(ben.id())));
    }

    @Test
    void whoComesBackOnAnotherNodeIsTheSameMember() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");
        ben.forget();

        anna.lose();
        ben.hears("user-away");
        var again = at(1);
        var answer = again.resume(anna.entry(), false);

        assertThat(answer.get("my_id").stringValue()).isEqualTo(anna.id());
        assertThat(ben.hears("user-back").get("fresh").booleanValue()).isFalse();
        assertThat(ben.unasked()).isEmpty();
    }

    @Test
    void whoComesBackOnAnotherNodeHearsWhatWasSaidMeanwhile() {
        var anna = at(0, "Anna");
        var ben = at(0, "Ben");

        anna.lose();
        ben.hears("user-away");
        var sent = ben.ask("chatting", "{'text':'you missed this'}");
        var again = at(1);
        again.resume(anna.entry(), false);

        var line = again.hears("chatting", OnTwoNodes::isLine);
        assertThat(line.get("id")).isEqualTo(sent.get("id"));
        assertThat(line.get("target").stringValue()).isEqualTo("other");
        assertThat(again.unasked()).doesNotContain("chatting");
    }

    @Test
    void anOlderConnectionOnAnotherNodeIsClosed() {
        var older = at(0, "Anna");
        var ben = at(0, "Ben");
        ben.forget();

        var newer = at(1);
        newer.resume(older.entry(), true);

        assertThat(older.end()).isEqualTo("io server disconnect");
        assertThat(ben.hears("user-back").get("fresh").booleanValue()).isTrue();
        assertThat(newer.ask("chatting", "{'text':'here'}").get("ok").booleanValue()).isTrue();
        assertThat(ben.hears("chatting").get("text").stringValue()).isEqualTo("here");
        assertThat(ben.unasked()).isEmpty();
    }

    @Test
    void whoEntersOverRestOnAnotherNodeIsWelcomedOnTheirSocket() {
        var anna = at(0, "Anna");
        var ben = at(1);

        var members =
                new RestWire(cluster.port(0))
                        .send(
                                "PATCH",
                                "/room/enter",
                                """
                                {"roomName": "%s", "userNickname": "Ben", "socketId": "%s"}
                                """
                                        .formatted(room, ben.socketId()));
        var list = ben.hears("user-list");

        assertThat(members.statusCode()).isEqualTo(200);
        assertThat(list.get("members").get(0).get("name").stringValue()).isEqualTo("Anna");
        assertThat(anna.hears("user-connect").get("sid")).isEqualTo(list.get("my_id"));
        assertThat(ben.ask("chatting", "{'text':'hi'}").get("ok").booleanValue()).isTrue();
        assertThat(anna.hears("chatting", OnTwoNodes::isLine).get("text").stringValue())
                .isEqualTo("hi");
        var again = at(0);
        assertThat(again.resume(list, false).get("my_id")).isEqualTo(list.get("my_id"));
    }

    @Test
    void whoEntersHearsWhatPeopleOfOtherNodesSend() {
        var anna = at(0, "Anna");
        anna.ask("media-state", "{'audio':false,'video':true}");
        anna.ask("share-start", "{}");

        var ben = at(1, "Ben");

        assertThat(ben.hears("media-state"))
                .isEqualTo(
                        Person.tree(
                                "{'sid':'%s','audio':false,'video':true}".formatted(anna.id())));
        assertThat(ben.hears("share-start").get("sid").stringValue()).isEqualTo(anna.id());
    }

    @Test
    void theLobbyOfOneNodeHearsOfRoomsOfAnother() {
        var visitor = at(1);

        at(0).join(room, "Anna");

        visitor.hears(
                "rooms-changed", change -> change.get("kind").stringValue().equals("created"));
    }

    private static JsonNode signal(Person from, Person to) {
        return from.ask(
                "data",
                "{'target_id':'%s','type':'offer','sdp':{'type':'offer','sdp':'v=0'}}"
                        .formatted(to.id()));
    }
}
