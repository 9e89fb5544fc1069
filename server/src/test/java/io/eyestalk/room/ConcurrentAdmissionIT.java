package io.eyestalk.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "eyestalk.limits.enabled=false")
class ConcurrentAdmissionIT {
    private static final int PEOPLE = 200;
    private static final String NO_PASSWORD = "";

    private final RestWire rest;
    private final String title = "race-" + UUID.randomUUID();

    ConcurrentAdmissionIT(@LocalServerPort int port) {
        rest = new RestWire(port);
    }

    @RepeatedTest(5)
    void ofTwoHundredWhoRaceForFourPlacesFourGetIn() {
        create(NO_PASSWORD);

        var answers = race("p", PEOPLE, NO_PASSWORD);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(4);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allMatch(answer -> RestWire.code(answer).equals("FULL_CAPACITY"));
        assertThat(seats()).isEqualTo(4);
    }

    @RepeatedTest(5)
    void ofTwoHundredWhoRaceForTheLastPlaceOneGetsIn() {
        create(NO_PASSWORD);
        race("first", 3, NO_PASSWORD);

        var answers = race("p", PEOPLE, NO_PASSWORD);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(seats()).isEqualTo(4);
    }

    @Test
    void aPasswordDoesNotWidenTheDoor() {
        create("secret");

        var answers = race("p", 50, "secret");

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(4);
        assertThat(seats()).isEqualTo(4);
    }

    @RepeatedTest(3)
    void ofManyWhoWantOneNicknameOneGetsIt() {
        create(NO_PASSWORD);

        var answers =
                IntStream.range(0, 50)
                        .mapToObj(
                                number ->
                                        rest.sendLater(
                                                "PATCH",
                                                "/room/enter",
                                                body("same", "s" + number, NO_PASSWORD)))
                        .toList()
                        .stream()
                        .map(answer -> answer.join())
                        .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(seats()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void theCountIsRightWhileSomeLeaveAndOthersEnter() {
        create(NO_PASSWORD);
        race("first", 4, NO_PASSWORD);

        var leaving =
                IntStream.range(0, 3)
                        .mapToObj(
                                number ->
                                        rest.sendLater(
                                                "POST",
                                                "/room/exit?socketId=" + socket("first" + number),
                                                ""))
                        .toList();
        var entered =
                race("p", PEOPLE, NO_PASSWORD).stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .count();
        leaving.forEach(answer -> assertThat(answer.join().body()).isEqualTo("true"));

        assertThat(entered).isLessThanOrEqualTo(3);
        assertThat(seats()).isEqualTo(1 + (int) entered);
    }

    private List<HttpResponse<String>> race(String who, int people, String password) {
        var started =
                IntStream.range(0, people)
                        .mapToObj(
                                number ->
                                        rest.sendLater(
                                                "PATCH",
                                                "/room/enter",
                                                body(who + number, who + number, password)))
                        .toList();
        return started.stream().map(answer -> answer.join()).toList();
    }

    private void create(String password) {
        var created =
                rest.send(
                        "POST",
                        "/room",
                        """
                        {"roomName": "%s", "roomCapacity": 4, "roomPassword": "%s",
                         "userNickname": "ann"}
                        """
                                .formatted(title, password));
        assertThat(created.statusCode()).isEqualTo(201);
    }

    private String body(String nickname, String connection, String password) {
        return """
        {"roomName": "%s", "userNickname": "%s", "roomPassword": "%s", "socketId": "%s"}
        """
                .formatted(title, nickname, password, socket(connection));
    }

    private String socket(String connection) {
        return connection + "-" + title;
    }

    private int seats() {
        return RestWire.json(rest.get("/room/" + title)).path(0).path("roomEnterUser").asInt();
    }
}
