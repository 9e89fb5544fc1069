package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Each test comes from an address of its own, which the trusted proxy 127.0.0.1 tells. */
@ServerTest
@TestPropertySource(
        properties = {
            "eyestalk.edge.trusted-proxies=127.0.0.1",
            "eyestalk.limits.wrong-passwords-in-room=3",
            "eyestalk.limits.wrong-passwords=5",
            "eyestalk.limits.rooms-per-minute=4",
            "eyestalk.limits.entries-per-minute=20"
        })
class LimitsIT {
    private final RestWire rest;
    private final String title = "limit-" + UUID.randomUUID();

    LimitsIT(@LocalServerPort int port) {
        rest = new RestWire(port);
    }

    @Test
    void afterTooManyGuessesAtARoomEvenTheRightPasswordIsRefusedFromThere() {
        create(title, "192.0.2.1");
        for (var guess = 0; guess < 3; guess++) {
            assertThat(RestWire.code(enter(title, "guess" + guess, "192.0.2.1")))
                    .isEqualTo("INVALID_PASSWORD");
        }

        var right = enter(title, "secret", "192.0.2.1");
        var elsewhere = enter(title, "secret", "192.0.2.2");

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(RestWire.code(right)).isEqualTo("RATE_LIMITED");
        assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(590L, 600L);
        assertThat(elsewhere.statusCode()).isEqualTo(200);
    }

    @Test
    void guessesAtManyRoomsAddUp() {
        create(title + "a", "192.0.2.3");
        create(title + "b", "192.0.2.3");
        for (var guess = 0; guess < 3; guess++) {
            enter(title + "a", "guess", "192.0.2.3");
        }
        enter(title + "b", "guess", "192.0.2.3");
        enter(title + "b", "guess", "192.0.2.3");

        var next = enter(title + "b", "secret", "192.0.2.3");

        assertThat(RestWire.code(next)).isEqualTo("RATE_LIMITED");
    }

    @Test
    void askingWhetherOneMayEnterIsNoWayAroundTheLimit() {
        create(title, "192.0.2.4");
        for (var guess = 0; guess < 3; guess++) {
            assertThat(mayEnter(title, "guess", "192.0.2.4").body()).isEqualTo("password_error");
        }

        var right = mayEnter(title, "secret", "192.0.2.4");

        assertThat(right.statusCode()).isEqualTo(429);
    }

    @Test
    void roomsAreLimitedPerAddress() {
        for (var number = 0; number < 4; number++) {
            assertThat(create(title + number, "192.0.2.5").statusCode()).isEqualTo(201);
        }

        var fifth = create(title + "5", "192.0.2.5");
        var elsewhere = create(title + "5", "192.0.2.6");

        assertThat(RestWire.code(fifth)).isEqualTo("RATE_LIMITED");
        assertThat(fifth.headers().firstValue("Retry-After")).isPresent();
        assertThat(elsewhere.statusCode()).isEqualTo(201);
    }

    @Test
    void entriesAreLimitedPerAddress() {
        for (var number = 0; number < 20; number++) {
            assertThat(RestWire.code(enter("nowhere", "", "192.0.2.7"))).isEqualTo("ROOM_IS_EMPTY");
        }

        assertThat(RestWire.code(enter("nowhere", "", "192.0.2.7"))).isEqualTo("RATE_LIMITED");
    }

    @Test
    void theAddressesOfOneIpv6SiteCountAsOne() {
        for (var number = 0; number < 4; number++) {
            create(title + number, "2001:db8:1:1::" + number);
        }

        var sameSite = create(title + "5", "2001:db8:1:1:ffff::1");
        var elsewhere = create(title + "5", "2001:db8:1:2::1");

        assertThat(sameSite.statusCode()).isEqualTo(429);
        assertThat(elsewhere.statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> create(String name, String from) {
        var body =
                """
                {"roomName": "%s", "roomCapacity": 4, "roomPassword": "secret",
                 "userNickname": "ann"}
                """
                        .formatted(name);
        return rest.send("POST", "/room", body, "X-Forwarded-For", from);
    }

    private HttpResponse<String> enter(String room, String password, String from) {
        return rest.send("PATCH", "/room/enter", body(room, password), "X-Forwarded-For", from);
    }

    private HttpResponse<String> mayEnter(String room, String password, String from) {
        return rest.send(
                "POST", "/room/valid/enter", body(room, password), "X-Forwarded-For", from);
    }

    private String body(String room, String password) {
        return """
        {"roomName": "%s", "userNickname": "ann", "roomPassword": "%s", "socketId": "%s"}
        """
                .formatted(room, password, title);
    }
}
