package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ProblemIT {
    private final RestWire rest;

    ProblemIT(@LocalServerPort int port) {
        rest = new RestWire(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"roomName\":5,\"roomCapacity\":4,\"userNickname\":\"a\"}          | roomName",
                "{\"roomName\":[],\"roomCapacity\":4,\"userNickname\":\"a\"}         | roomName",
                "{\"roomName\":true,\"roomCapacity\":4,\"userNickname\":\"a\"}       | roomName",
                "{\"roomName\":\"r\",\"roomCapacity\":\"x\",\"userNickname\":\"a\"}  | roomCapacity",
                "{\"roomName\":\"r\",\"roomCapacity\":2.5,\"userNickname\":\"a\"}    | roomCapacity",
                "{\"roomName\":\"r\",\"roomCapacity\":{},\"userNickname\":\"a\"}     | roomCapacity",
                "{\"roomName\":\"r\",\"roomCapacity\":true,\"userNickname\":\"a\"}   | roomCapacity",
                "{\"roomName\":\"r\",\"roomCapacity\":99,\"userNickname\":\"a\"}     | roomCapacity",
                "{\"roomName\":\"r\",\"roomCapacity\":99999999999,\"userNickname\":\"a\"} | roomCapacity",
                "{\"roomName\":\"r\",\"userNickname\":\"a\"}                         | roomCapacity",
                "{\"roomName\":\" \",\"roomCapacity\":4,\"userNickname\":\"a\"}      | roomName",
                "{\"roomName\":null,\"roomCapacity\":4,\"userNickname\":\"a\"}       | roomName",
                "{\"roomName\":\"r\",\"roomCapacity\":4}                             | userNickname",
                "{\"roomName\":\"r\",\"roomCapacity\":4,\"userNickname\":{\"a\":1}}  | userNickname",
            })
    void theWrongFieldIsNamed(String body, String field) {
        var answer = rest.send("POST", "/room", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RestWire.code(answer)).isEqualTo("VALIDATION_FAILED");
        assertThat(RestWire.json(answer).path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"{", "`[1,2]`", "nonsense", "\"text\"", "null", "`{\"roomName\":\"a\",}`"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        var answer = rest.send("POST", "/room", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer.headers().firstValue("Content-Type").orElse(""));
        assertThat(RestWire.code(answer)).isEqualTo("VALIDATION_FAILED");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nothing,            404, NOT_FOUND",
        "GET,    /assets/nothing.js,  404, NOT_FOUND",
        "GET,    /actuator/env,       404, NOT_FOUND",
        "DELETE, /room,               405, VALIDATION_FAILED",
        "PUT,    /room/enter,         405, VALIDATION_FAILED",
        "GET,    /room?page=x,        400, VALIDATION_FAILED",
        "GET,    /room?size=501,      400, VALIDATION_FAILED",
        "GET,    /room/%20,           400, VALIDATION_FAILED",
        "POST,   /room/exit,          400, VALIDATION_FAILED",
        "POST,   /room/exit?socketId=a%20b, 400, VALIDATION_FAILED",
        "POST,   /room/exit?socketId=none,  404, MEMBER_NOT_FOUND",
    })
    void everyRefusalIsAProblemWithACode(String method, String path, int status, String code) {
        var answer = rest.send(method, path, "", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertProblem(answer.headers().firstValue("Content-Type").orElse(""));
        assertThat(RestWire.code(answer)).isEqualTo(code);
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        var answer = rest.send("POST", "/room", "a=b", "Content-Type", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(RestWire.code(answer)).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var answer = rest.send("POST", "/room", "{\"roomName\":\"" + "x".repeat(200_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(RestWire.code(answer)).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void theAllowedMethodsAreTold() {
        var answer = rest.send("DELETE", "/room", "");

        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    private static void assertProblem(String contentType) {
        assertThat(contentType).startsWith("application/problem+json");
    }
}
