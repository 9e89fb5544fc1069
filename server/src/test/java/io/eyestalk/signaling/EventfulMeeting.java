package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Two people who do everything one can do in a meeting, over both doors and with mistakes, and an
 * operator who looks at it. It remembers every secret that travelled.
 */
final class EventfulMeeting {
    static final String ROOM = "Log keepers";
    static final String OPERATOR_HASH =
            "{bcrypt}$2a$04$pBIdMt5SXui4unQlb/dX2OjYkb1Nok5ZZn5mMxtcuw9RxAHhT5znS";
    static final String RELAY_SECRET = "relay-secret-8d1f";

    private static final String ADDRESS = "203.0.113.77";
    private static final String ADDRESS_6 = "2001:db8:77:1::9";
    private static final String CANDIDATE_ADDRESS = "198.51.100.23";
    private static final String PASSWORD = "room-password-5c2e";
    private static final String WRONG_PASSWORD = "wrong-password-91aa";
    private static final String CHAT = "chat-text-77b0";
    private static final String DIRECT = "direct-text-0d3c";
    private static final String SDP = "v=0 o=- 46117 2 IN IP4 sdp-body-6e9d";
    private static final String OPERATOR_PASSWORD = "correct horse battery";
    private static final String WRONG_OPERATOR_PASSWORD = "wrong-operator-2b7f";

    private final int port;
    private final RestWire rest;
    private final Map<String, String> secrets = new LinkedHashMap<>();

    EventfulMeeting(int port) {
        this.port = port;
        this.rest = new RestWire(port);
        secrets.put("relay secret", RELAY_SECRET);
        secrets.put("operator's hash", OPERATOR_HASH.substring(20));
        secrets.put("room password", PASSWORD);
        secrets.put("wrong password", WRONG_PASSWORD);
        secrets.put("operator's password", OPERATOR_PASSWORD);
        secrets.put("wrong operator's password", WRONG_OPERATOR_PASSWORD);
        secrets.put("chat", CHAT);
        secrets.put("direct message", DIRECT);
        secrets.put("session description", "sdp-body-6e9d");
        secrets.put("address", ADDRESS);
        secrets.put("IPv6 address", ADDRESS_6);
        secrets.put("its prefix", "2001:db8:77:1");
        secrets.put("address of a candidate", CANDIDATE_ADDRESS);
    }

    /** What must stand in no log, by what it is. */
    Map<String, String> secrets() {
        return secrets;
    }

    /** Plays it, and gives the id of the request that created the room. */
    String play() {
        var created = create();
        try (var anna = Person.from(ADDRESS, port);
                var ben = Person.from(ADDRESS_6, port)) {
            var annaIs = enter(anna, "Anna");
            assertThat(ask(ben, "Ben", WRONG_PASSWORD).at("/code").asString())
                    .isEqualTo("INVALID_PASSWORD");
            var benIs = enter(ben, "Ben");
            talk(anna, ben, benIs.path("my_id").asString());
            makeMistakes(anna);
            ben.lose();
            comeBack(benIs, annaIs);
        }
        enterOverRest();
        operate();
        return created.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private HttpResponse<String> create() {
        var body =
                """
                {"roomName": "%s", "roomCapacity": 4, "userNickname": "Anna", "roomPassword": "%s"}
                """
                        .formatted(ROOM, PASSWORD);
        rest.send("POST", "/room", body.replace("}", ", "), "X-Forwarded-For", ADDRESS);
        var created = rest.send("POST", "/room", body, "X-Forwarded-For", ADDRESS);
        assertThat(created.statusCode()).isEqualTo(201);
        return created;
    }

    private JsonNode enter(Person person, String nickname) {
        var welcome = ask(person, nickname, PASSWORD);
        assertThat(welcome.path("ok").asBoolean()).isTrue();
        secrets.put(nickname + "'s socket id", person.socketId());
        secrets.put(nickname + "'s token", welcome.path("resume_token").asString());
        for (var server : welcome.path("ice_servers")) {
            secrets.put(nickname + "'s relay password", server.path("credential").asString());
        }
        return welcome;
    }

    private JsonNode ask(Person person, String nickname, String password) {
        return person.ask(
                "join-room",
                "{'roomName':'%s','userNickname':'%s','roomPassword':'%s'}"
                        .formatted(ROOM, nickname, password));
    }

    private void talk(Person anna, Person ben, String benId) {
        anna.ask("data", "{'target_id':'%s','type':'offer','sdp':'%s'}".formatted(benId, SDP));
        anna.ask(
                "data",
                ("{'target_id':'%s','type':'new-ice-candidate','candidate':{'candidate':"
                                + "'candidate:1 1 udp 1 %s 9 typ host','sdpMid':'0'}}")
                        .formatted(benId, CANDIDATE_ADDRESS));
        ben.hears("data");
        anna.ask("chatting", "{'text':'%s','direct':false}".formatted(CHAT));
        anna.ask("chatting", "{'text':'%s','direct':true,'dest':'%s'}".formatted(DIRECT, benId));
        anna.ask("media-state", "{'audio':true,'video':false}");
        anna.ask("share-start", "{}");
        anna.ask("peer-state", "{'sid':'%s','heard':true}".formatted(benId));
    }

    private static void makeMistakes(Person anna) {
        anna.ask("chatting", "{'text':'%s'}".formatted(CHAT.repeat(200)));
        anna.ask("chatting", "{'text':{'%s':1}}".formatted(CHAT));
        anna.ask("data", "{'target_id':'nobody','type':'offer','sdp':'%s'}".formatted(SDP));
        anna.ask("data", "{'target_id':1,'type':'%s','sdp':'%s'}".formatted(SDP, SDP));
        anna.ask("resume", "{'token':'%s'}".formatted(CHAT));
        anna.ask(CHAT, "{}");
    }

    private void comeBack(JsonNode benIs, JsonNode annaIs) {
        try (var again = Person.from(ADDRESS_6, port)) {
            var back = again.resume(benIs, true);
            assertThat(back.path("my_id")).isEqualTo(benIs.path("my_id"));
            assertThat(back.path("list").has(annaIs.path("my_id").asString())).isTrue();
            secrets.put("Ben's second socket id", again.socketId());
            again.ask("leave-room", "{}");
        }
    }

    private void enterOverRest() {
        try (var carl = Person.from(ADDRESS, port)) {
            secrets.put("Carl's socket id", carl.socketId());
            for (var password : new String[] {WRONG_PASSWORD, PASSWORD}) {
                var body =
                        """
                        {"roomName": "%s", "userNickname": "Carl", "roomPassword": "%s",
                         "socketId": "%s"}
                        """
                                .formatted(ROOM, password, carl.socketId());
                rest.send("POST", "/room/valid/enter", body, "X-Forwarded-For", ADDRESS);
                rest.send("PATCH", "/room/enter", body, "X-Forwarded-For", ADDRESS);
            }
            rest.send("POST", "/room/exit?socketId=" + carl.socketId(), "");
        }
    }

    private void operate() {
        var page = cookie(rest.get("/dashboard/api/session"));
        for (var password : new String[] {WRONG_OPERATOR_PASSWORD, OPERATOR_PASSWORD}) {
            var answer =
                    rest.send(
                            "POST",
                            "/dashboard/api/login",
                            "{\"username\": \"operator\", \"password\": \"%s\"}"
                                    .formatted(password),
                            "X-Page-Token",
                            page.substring(page.indexOf('=') + 1),
                            "Cookie",
                            page,
                            "X-Forwarded-For",
                            ADDRESS);
            if (password.equals(OPERATOR_PASSWORD)) {
                assertThat(answer.statusCode()).isEqualTo(200);
                var session = cookie(answer);
                secrets.put("operator's session", session.substring(session.indexOf('=') + 1));
                rest.get("/dashboard/api/overview", "Cookie", session);
            }
        }
    }

    private static String cookie(HttpResponse<String> answer) {
        var line = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return line.substring(0, line.indexOf(';'));
    }
}
