package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RunningServer
class SocketJoinIT {
    @LocalServerPort private int port;
    @Autowired private IceRenewal renewal;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "websocket", "polling"})
    void everyTransportLeadsIn(String transports) {
        var anna = people.add(Person.connect(port, transports.split(",", -1)));

        var answer = anna.join(room, "Anna");

        assertThat(answer.get("ok").booleanValue()).isTrue();
        assertThat(answer.get("room").get("roomEnterUser").intValue()).isEqualTo(1);
    }

    @Test
    void theAnswerAndTheEventSayTheSame() {
        var anna = people.add(Person.connect(port));

        var answer = (ObjectNode) anna.join(room, "Anna");

        answer.remove("ok");
        assertThat(anna.hears("user-list")).isEqualTo(answer);
        assertThat(answer.propertyNames())
                .contains("my_id", "resume_token", "ice_servers", "ice_ttl", "room", "members")
                .doesNotContain("list");
    }

    @Test
    void whoComesLaterFindsWhoIsThereAndIsAnnounced() {
        var anna = people.add(Person.in(port, room, "Anna"));
        var annaId = anna.hears("user-list").get("my_id").stringValue();
        var ben = people.add(Person.connect(port));

        var answer = ben.join(room, "Ben");

        var benId = answer.get("my_id").stringValue();
        assertThat(answer.get("list").get(annaId).stringValue()).isEqualTo("Anna");
        assertThat(answer.get("members"))
                .isEqualTo(
                        Person.tree(
                                ("[{'sid':'%s','name':'Anna','audio':true,'video':true,"
                                                + "'sharing':false,'away':false}]")
                                        .formatted(annaId)));
        assertThat(anna.hears("user-connect"))
                .isEqualTo(Person.tree("{'sid':'%s','name':'Ben'}".formatted(benId)));
        var notice = anna.hears("chatting");
        assertThat(notice.get("type").stringValue()).isEqualTo("join");
        assertThat(notice.get("sid").stringValue()).isEqualTo(benId);
        assertThat(ben.unasked()).doesNotContain("user-connect", "chatting");
    }

    @Test
    void whoComesLaterLearnsWhatTheOthersSend() {
        var anna = people.add(Person.in(port, room, "Anna"));
        anna.ask("media-state", "{'audio':false,'video':true}");
        anna.ask("share-start", "{}");
        var ben = people.add(Person.connect(port));

        var first = ben.join(room, "Ben").get("members").get(0);
        anna.ask("media-state", "{'audio':true,'video':false}");
        anna.ask("share-end", "{}");

        assertThat(first.get("audio").booleanValue()).isFalse();
        assertThat(first.get("video").booleanValue()).isTrue();
        assertThat(first.get("sharing").booleanValue()).isTrue();
        assertThat(ben.hears("media-state"))
                .isEqualTo(
                        Person.tree(
                                "{'sid':%s,'audio':true,'video':false}"
                                        .formatted(first.get("sid"))));
        assertThat(ben.hears("share-end").get("sid")).isEqualTo(first.get("sid"));
    }

    @Test
    void joiningTwiceIsAnsweredAsTheFirstTime() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var anna = people.add(Person.connect(port));
        var first = anna.join(room, "Anna");
        ben.forget();

        var second =
                anna.ask("join-room", "{'roomName':'%s','userNickname':'Anna'}".formatted(room));

        assertThat(second.get("my_id")).isEqualTo(first.get("my_id"));
        assertThat(second.get("members")).isEqualTo(first.get("members"));
        assertThat(ben.unasked()).isEmpty();
    }

    @Test
    void nobodyIsInTwoRooms() {
        var anna = people.add(Person.in(port, room, "Anna"));

        var refusal = anna.join(room + " 2", "Anna");

        assertThat(code(refusal)).isEqualTo("VALIDATION_FAILED");
        assertThat(refusal.get("errors").get(0).get("field").stringValue()).isEqualTo("roomName");
    }

    @Test
    void everyReasonNotToEnterHasItsCode() {
        var anna = people.add(Person.connect(port));
        anna.ask(
                "create-room",
                "{'roomName':'%s','roomCapacity':2,'roomPassword':'pw','userNickname':'A'}"
                        .formatted(room));
        var ben = people.add(Person.connect(port));
        var carl = people.add(Person.connect(port));

        assertThat(code(enter(anna, "no such " + room, "A", "pw"))).isEqualTo("ROOM_IS_EMPTY");
        assertThat(code(enter(anna, room, "A", "wrong"))).isEqualTo("INVALID_PASSWORD");
        assertThat(enter(anna, room, "A", "pw").get("ok").booleanValue()).isTrue();
        assertThat(code(enter(ben, room, "A", "pw"))).isEqualTo("INVALID_NICKNAME");
        assertThat(enter(ben, room, "B", "pw").get("ok").booleanValue()).isTrue();
        assertThat(code(enter(carl, room, "C", "pw"))).isEqualTo("FULL_CAPACITY");
        assertThat(carl.unasked()).doesNotContain("user-list");
    }

    @Test
    void creatingARoomThatExistsNeedsItsPassword() {
        var anna = people.add(Person.connect(port));
        var request = "{'roomName':'%s','roomCapacity':'4','roomPassword':'%s','userNickname':'A'}";

        var first = anna.ask("create-room", request.formatted(room, "pw"));
        var again = anna.ask("create-room", request.formatted(room, "pw"));
        var other = anna.ask("create-room", request.formatted(room, "other"));

        assertThat(first.toString()).isEqualTo("{\"ok\":true}");
        assertThat(again.toString()).isEqualTo("{\"ok\":true}");
        assertThat(code(other)).isEqualTo("DUPLICATE_RESOURCE");
        anna.hears("join-request");
        anna.hears("join-request");
        assertThat(anna.unasked()).doesNotContain("join-request");
    }

    @RepeatedTest(10)
    void ofPeopleWhoEnterTogetherEachHearsOfTheOtherExactlyOnce() {
        var everyone =
                IntStream.range(0, 4)
                        .mapToObj(_ -> people.add(Person.connect(port, "websocket")))
                        .toList();
        everyone.getFirst()
                .ask(
                        "create-room",
                        "{'roomName':'%s','roomCapacity':4,'userNickname':'x'}".formatted(room));

        var answers =
                everyone.stream()
                        .map(
                                person ->
                                        person.request(
                                                "join-room",
                                                Person.json(
                                                        "{'roomName':'%s','userNickname':'%s'}"
                                                                .formatted(
                                                                        room,
                                                                        everyone.indexOf(person)))))
                        .toList();

        var ids = answers.stream().map(SocketJoinIT::idIn).toList();
        for (var i = 0; i < everyone.size(); i++) {
            var heard = new ArrayList<>(sids(Person.await(answers.get(i), "join").get("members")));
            while (everyone.get(i).unasked().contains("user-connect")) {
                heard.add(everyone.get(i).hears("user-connect").get("sid").stringValue());
            }
            var others = new ArrayList<>(ids);
            others.remove(i);
            assertThat(heard).containsExactlyInAnyOrderElementsOf(others);
        }
    }

    @Test
    void enteringOverRestBindsTheSocket() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var anna = people.add(Person.connect(port));

        var entered = enterOverRest("Anna", anna.socketId());

        var list = anna.hears("user-list");
        var annaId = list.get("my_id").stringValue();
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(RestWire.json(entered).get(annaId).stringValue()).isEqualTo("Anna");
        assertThat(list.get("members").get(0).get("name").stringValue()).isEqualTo("Ben");
        assertThat(ben.hears("user-connect").get("sid").stringValue()).isEqualTo(annaId);
        assertThat(anna.ask("chatting", "{'text':'hi'}").get("ok").booleanValue()).isTrue();
        assertThat(ben.hears("chatting", line -> line.has("text")).get("text").stringValue())
                .isEqualTo("hi");
    }

    @Test
    void leavingOverRestFreesTheSocket() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var anna = people.add(Person.in(port, room, "Anna"));

        var answer = new RestWire(port).send("POST", "/room/exit?socketId=" + anna.socketId(), "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ben.hears("user-disconnect").get("reason").stringValue()).isEqualTo("left");
        assertThat(code(anna.ask("chatting", "{'text':'hi'}"))).isEqualTo("NOT_IN_ROOM");
        assertThat(anna.join(room + " 2", "Anna").get("ok").booleanValue()).isTrue();
    }

    @Test
    void theLobbySeesRoomsComeFillAndGo() {
        var lobby = people.add(Person.connect(port));
        var anna = people.add(Person.in(port, room, "Anna"));

        var created =
                lobby.hears("rooms-changed", news -> isOf(news) && kind(news).equals("created"));
        var filled =
                lobby.hears("rooms-changed", news -> isOf(news) && kind(news).equals("changed"));
        anna.ask("leave-room", "{}");
        var ended =
                lobby.hears(
                        "rooms-changed",
                        news -> kind(news).equals("ended") && id(news).equals(id(created)));

        assertThat(created.get("room").get("roomEnterUser").intValue()).isZero();
        assertThat(filled.get("room").get("roomEnterUser").intValue()).isEqualTo(1);
        assertThat(ended.has("room")).isFalse();
        assertThat(anna.unasked()).contains("rooms-changed");
    }

    @Test
    void whoLeavesIsGoneAtOnce() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var anna = people.add(Person.connect(port));
        var annaId = anna.join(room, "Anna").get("my_id").stringValue();

        var answer = anna.ask("leave-room", "{}");

        assertThat(answer.toString()).isEqualTo("{\"ok\":true}");
        assertThat(ben.hears("user-disconnect"))
                .isEqualTo(Person.tree("{'sid':'%s','reason':'left'}".formatted(annaId)));
        assertThat(
                        ben.hears("chatting", line -> kindOf(line).equals("disconnect"))
                                .get("name")
                                .stringValue())
                .isEqualTo("Anna");
    }

    @Test
    void membersGetTurnCredentialsAndNewOnesInTime() {
        var lobby = people.add(Person.connect(port));
        var anna = people.add(Person.connect(port));
        var answer = anna.join(room, "Anna");

        renewal.renew();

        var turn = answer.get("ice_servers").get(1);
        assertThat(turn.get("username").stringValue())
                .endsWith(":" + answer.get("my_id").stringValue());
        assertThat(turn.get("credential").stringValue()).isNotEmpty();
        assertThat(answer.get("ice_ttl").intValue()).isEqualTo(600);
        assertThat(anna.hears("ice-servers").get("ice_servers").get(1).get("urls"))
                .isEqualTo(turn.get("urls"));
        assertThat(lobby.unasked()).doesNotContain("ice-servers");
    }

    private HttpResponse<String> enterOverRest(String nickname, String socketId) {
        return new RestWire(port)
                .send(
                        "PATCH",
                        "/room/enter",
                        """
                        {"roomName": "%s", "userNickname": "%s", "socketId": "%s"}
                        """
                                .formatted(room, nickname, socketId));
    }

    private static JsonNode enter(Person person, String room, String name, String password) {
        return person.ask(
                "join-room",
                "{'roomName':'%s','userNickname':'%s','roomPassword':'%s'}"
                        .formatted(room, name, password));
    }

    private boolean isOf(JsonNode news) {
        return news.path("room").path("roomName").asString("").equals(room);
    }

    private static String idIn(CompletableFuture<JsonNode> answer) {
        return Person.await(answer, "join").get("my_id").stringValue();
    }

    private static List<String> sids(JsonNode members) {
        return members.valueStream().map(member -> member.get("sid").stringValue()).toList();
    }

    private static String kind(JsonNode news) {
        return news.get("kind").stringValue();
    }

    private static String kindOf(JsonNode line) {
        return line.get("type").stringValue();
    }

    private static String id(JsonNode news) {
        return news.get("roomId").stringValue();
    }

    private static String code(JsonNode refusal) {
        return refusal.path("code").asString("accepted");
    }
}
