package io.eyestalk.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class RoomControllerIT {
    private final RestWire rest;

    /** A title nobody else uses: the tests share a server. */
    private final String title = "Room " + UUID.randomUUID();

    RoomControllerIT(@LocalServerPort int port) {
        rest = new RestWire(port);
    }

    @Test
    void aRoomIsCreatedListedAndFound() {
        var created = create(title, "\"3\"", "\"secret\"");
        var listed = rest.get("/room");
        var found = rest.get("/room/" + title.substring(5).toUpperCase(Locale.ROOT));
        var foundByPost = rest.send("POST", "/room/" + title.substring(5), "");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(RestWire.json(created).path("roomCapacity").asInt()).isEqualTo(3);
        assertThat(RestWire.json(created).path("locked").asBoolean()).isTrue();
        assertThat(RestWire.json(created).path("userNickname").asString()).isEqualTo("ann");
        assertThat(listed.body()).contains(title).doesNotContain("secret", "argon2", "assword");
        assertThat(listed.headers().firstValueAsLong("X-Total-Count").orElse(0)).isPositive();
        assertThat(RestWire.json(found)).hasSize(1);
        assertThat(foundByPost.body()).isEqualTo(found.body());
    }

    @Test
    void theNewestRoomComesFirstAndPagesAreCut() {
        create(title + " a", "2", "null");
        create(title + " b", "2", "null");

        var page = rest.get("/room?page=0&size=1");

        assertThat(RestWire.json(page)).hasSize(1);
        assertThat(RestWire.json(page).path(0).path("roomName").asString()).isEqualTo(title + " b");
    }

    @Test
    void listsAndSearchesGiveTheirDatabaseConnectionBack() {
        create(title, "2", "null");

        for (var times = 0; times < 30; times++) {
            assertThat(rest.get("/room").statusCode()).isEqualTo(200);
            assertThat(rest.get("/room/" + encoded()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSearchWithoutResultIsNotFound() {
        assertThat(RestWire.code(rest.get("/room/nothing-like-this"))).isEqualTo("ROOM_IS_EMPTY");
    }

    @Test
    void aTitleIsTakenOnce() {
        create(title, "2", "null");

        var again = create(title, "2", "null");
        var mayCreate = rest.send("POST", "/room/valid/create", "{\"roomName\":\"" + title + "\"}");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(RestWire.code(again)).isEqualTo("DUPLICATE_RESOURCE");
        assertThat(mayCreate.body()).isEqualTo("false");
    }

    @Test
    void whoEntersIsListedAndWhoLeavesIsNot() {
        create(title, "2", "null");

        var first = enter("ann", null);
        var second = enter("ben", null);
        var full = enter("cho", null);
        var left = rest.send("POST", "/room/exit?socketId=" + socket("ann"), "");
        var leftAgain = rest.send("POST", "/room/exit?socketId=" + socket("ann"), "");

        assertThat(RestWire.json(first)).hasSize(1);
        assertThat(RestWire.json(second).valueStream().map(name -> name.asString()))
                .containsExactly("ann", "ben");
        assertThat(second.body()).doesNotContain(socket("ann"), socket("ben"));
        assertThat(RestWire.code(full)).isEqualTo("FULL_CAPACITY");
        assertThat(left.body()).isEqualTo("true");
        assertThat(RestWire.code(leftAgain)).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(seats()).isEqualTo(1);
    }

    @Test
    void enterTakesPostAndTheIdOfTheRoom() {
        var id = RestWire.json(create(title, "2", "null")).path("roomId").asString();

        var entered =
                rest.send(
                        "POST",
                        "/room/enter",
                        """
                        {"roomId": "%s", "userNickname": "ann", "socketId": "%s"}
                        """
                                .formatted(id, socket("ann")));

        assertThat(entered.statusCode()).isEqualTo(200);
    }

    @Test
    void theReasonWhyOneMayNotEnterIsOneWord() {
        create(title, "2", "\"secret\"");
        enter("ann", "secret");

        var nickname = mayEnter("ann", "wrong");
        var password = mayEnter("ben", "wrong");
        var fine = mayEnter("ben", "secret");
        enter("ben", "secret");
        var capacity = mayEnter("cho", "wrong");

        assertThat(nickname.body()).isEqualTo("nickname_error");
        assertThat(password.body()).isEqualTo("password_error");
        assertThat(capacity.body()).isEqualTo("capacity_error");
        assertThat(capacity.statusCode()).isEqualTo(400);
        assertThat(capacity.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
        assertThat(fine.statusCode()).isEqualTo(200);
        assertThat(fine.body()).isEmpty();
    }

    @Test
    void theClosingBeaconIsAlwaysTaken() {
        create(title, "2", "null");
        enter("ann", null);

        var unknown = rest.send("POST", "/room/closing?socketId=unknown", "");
        var nothing = rest.send("POST", "/room/closing", "");
        var ours =
                rest.send(
                        "POST",
                        "/room/closing?socketId=" + socket("ann"),
                        "bye",
                        "Content-Type",
                        "text/plain");

        assertThat(unknown.statusCode()).isEqualTo(204);
        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(ours.statusCode()).isEqualTo(204);
        await().untilAsserted(
                        () ->
                                assertThat(rest.get("/room/" + encoded()).statusCode())
                                        .isEqualTo(404));
    }

    private HttpResponse<String> create(String name, String capacity, String password) {
        return rest.send(
                "POST",
                "/room",
                """
                {"roomName": "%s", "roomCapacity": %s, "roomPassword": %s, "userNickname": " ann "}
                """
                        .formatted(name, capacity, password));
    }

    private HttpResponse<String> enter(String nickname, @Nullable String password) {
        return rest.send("PATCH", "/room/enter", body(nickname, password));
    }

    private HttpResponse<String> mayEnter(String nickname, @Nullable String password) {
        return rest.send("POST", "/room/valid/enter", body(nickname, password));
    }

    private String body(String nickname, @Nullable String password) {
        return """
        {"roomName": "%s", "userNickname": "%s", "roomPassword": %s, "socketId": "%s", "extra": 1}
        """
                .formatted(
                        title,
                        nickname,
                        password == null ? "null" : '"' + password + '"',
                        socket(nickname));
    }

    private String socket(String nickname) {
        return "socket-" + nickname + "-" + title.substring(5);
    }

    private int seats() {
        return RestWire.json(rest.get("/room/" + encoded())).path(0).path("roomEnterUser").asInt();
    }

    private String encoded() {
        return title.replace(" ", "%20");
    }
}
