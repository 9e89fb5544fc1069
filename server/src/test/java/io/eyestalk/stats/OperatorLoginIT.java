package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DashboardTest
class OperatorLoginIT {
    private static final String NUMBERS = "/dashboard/api/overview";

    @LocalServerPort private int port;

    @Test
    void nobodySeesNumbersWithoutALogin() {
        var stranger = Operator.at(port, "192.0.2.1");

        var answer = stranger.get(NUMBERS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(RestWire.code(answer)).isEqualTo("LOGIN_REQUIRED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void whoKnowsThePasswordSeesThemUntilTheyLogOut() {
        var olga = Operator.at(port, "192.0.2.2");

        var login = olga.logIn("olga", DashboardTest.PASSWORD);

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(olga.get(NUMBERS).statusCode()).isEqualTo(200);
        assertThat(RestWire.json(olga.get("/dashboard/api/session")).path("operator").asString())
                .isEqualTo("olga");
        var thief = Operator.at(port, "192.0.2.2");
        thief.steals(olga);
        assertThat(olga.post("/dashboard/api/logout", "").statusCode()).isEqualTo(200);
        assertThat(olga.get(NUMBERS).statusCode()).isEqualTo(401);
        assertThat(thief.get(NUMBERS).statusCode()).isEqualTo(401);
    }

    @Test
    void theSessionIsForTheDashboardAloneAndOutOfReachOfScripts() {
        var login = Operator.at(port, "192.0.2.3").logIn("olga", DashboardTest.PASSWORD);

        assertThat(cookie(login))
                .contains("HttpOnly", "SameSite=Strict", "Path=/dashboard", "Max-Age=28800")
                .doesNotContain("Secure");
    }

    @Test
    void overTlsTheSessionNeverTravelsWithoutIt() {
        var olga = Operator.at(port, "192.0.2.4");
        var body = "{\"username\": \"olga\", \"password\": \"" + DashboardTest.PASSWORD + "\"}";

        var login = olga.post("/dashboard/api/login", body, "X-Forwarded-Proto", "https");

        assertThat(cookie(login)).contains("Secure");
    }

    @Test
    void aPostThatThePageDidNotMakeIsRefused() {
        var olga = Operator.loggedIn(port, "192.0.2.5");

        var forgedLogout = olga.forge("/dashboard/api/logout", "");
        var forgedLogin = Operator.at(port, "192.0.2.5").forge("/dashboard/api/login", "{}");

        assertThat(forgedLogout.statusCode()).isEqualTo(403);
        assertThat(RestWire.code(forgedLogout)).isEqualTo("REQUEST_REFUSED");
        assertThat(forgedLogin.statusCode()).isEqualTo(403);
        assertThat(olga.get(NUMBERS).statusCode()).isEqualTo(200);
    }

    @Test
    void aMadeUpSessionOpensNothing() {
        var rest = new RestWire(port);

        var answer = rest.get(NUMBERS, "Cookie", "eyestalk-operator=AAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theWrongUserAndTheWrongPasswordAreRefusedAlike() {
        var wrongPassword = Operator.at(port, "192.0.2.7").logIn("olga", "wrong");
        var wrongUser = Operator.at(port, "192.0.2.7").logIn("ivan", DashboardTest.PASSWORD);

        assertThat(RestWire.code(wrongPassword)).isEqualTo("INVALID_PASSWORD");
        assertThat(wrongUser.body()).isEqualTo(wrongPassword.body());
        assertThat(wrongUser.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void afterTooManyAttemptsFromAnAddressEvenTheRightPasswordIsRefusedThere() {
        var guesser = Operator.at(port, "192.0.2.8");
        for (var guess = 0; guess < 4; guess++) {
            assertThat(guesser.logIn("guess" + guess, "wrong").statusCode()).isEqualTo(403);
        }

        var right = guesser.logIn("olga", DashboardTest.PASSWORD);
        var elsewhere = Operator.at(port, "192.0.2.9").logIn("olga", DashboardTest.PASSWORD);

        assertThat(RestWire.code(right)).isEqualTo("RATE_LIMITED");
        assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(850L, 900L);
        assertThat(elsewhere.statusCode()).isEqualTo(200);
    }

    @Test
    void guessesAtOneUserAddUpOverAllAddresses() {
        for (var guess = 0; guess < 40; guess++) {
            Operator.at(port, "198.51.100." + guess).logIn("nobody", "wrong");
        }

        var next = Operator.at(port, "198.51.100.99").logIn("nobody", "wrong");

        assertThat(next.statusCode()).isEqualTo(429);
    }

    @Test
    void theRestOfTheServiceStaysAsItIs() {
        var rest = new RestWire(port);
        var room = "{\"roomName\": \"50% a/b; c\", \"roomCapacity\": 2, \"userNickname\": \"ann\"}";

        assertThat(rest.send("POST", "/room", room).statusCode()).isEqualTo(201);
        assertThat(rest.get("/room/50%25%20a%2Fb%3B").statusCode()).isEqualTo(200);
        assertThat(rest.get("/r/a%2Fb").statusCode()).isEqualTo(200);
        assertThat(rest.get("/").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(rest.get("/dashboard", "Accept", "text/html").body()).contains("Test page");
        assertThat(rest.get("/login").statusCode()).isEqualTo(404);
        assertThat(rest.send("POST", "/logout", "").statusCode()).isEqualTo(404);
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("eyestalk-operator="))
                .findFirst()
                .orElse("");
    }
}
