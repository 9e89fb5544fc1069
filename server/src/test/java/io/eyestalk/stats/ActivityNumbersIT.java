package io.eyestalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.RestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DashboardTest
class ActivityNumbersIT {
    @LocalServerPort private int port;

    @Test
    void aRoomThatWasCreatedStandsInTheNumbers() {
        var olga = Operator.loggedIn(port, "198.51.100.201");
        var before = olga.today().path("rooms").asInt();
        var room = "{\"roomName\": \"standing\", \"roomCapacity\": 2, \"userNickname\": \"ann\"}";

        new RestWire(port).send("POST", "/room", room, "X-Forwarded-For", "198.51.100.202");

        await().until(() -> olga.today().path("rooms").asInt() == before + 1);
        assertThat(olga.overview().path("roomsPerHour")).hasSize(24);
        assertThat(olga.overview().at("/now/nodes").asInt()).isEqualTo(1);
        assertThat(olga.today().path("roomsPerHour").size()).isBetween(1, 25);
        assertThat(olga.today().path("peoplePerHour"))
                .hasSameSizeAs(olga.today().path("roomsPerHour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rooms-per-hour", "rooms-today", "people-today", "messages-per-room"})
    void eachChartComesAsAFile(String chart) {
        var olga = Operator.loggedIn(port, "198.51.100." + (210 + chart.length()));

        var file = olga.get("/dashboard/api/csv/" + chart + "?zone=Asia%2FSeoul");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines().findFirst().orElse("")).contains(",");
    }

    @Test
    void messagesAreForOperatorsOnly() {
        var path = "/dashboard/api/messages?room=silence";
        var olga = Operator.loggedIn(port, "198.51.100.203");

        assertThat(new RestWire(port).get(path).statusCode()).isEqualTo(401);
        assertThat(olga.get(path).body()).isEqualTo("[]");
        assertThat(olga.get("/dashboard/api/messages").statusCode()).isEqualTo(400);
    }

    @Test
    void aZoneThatThereIsNotIsRefused() {
        var olga = Operator.loggedIn(port, "198.51.100.204");

        assertThat(olga.get("/dashboard/api/overview?zone=Mars%2FBase").statusCode())
                .isEqualTo(400);
    }
}
