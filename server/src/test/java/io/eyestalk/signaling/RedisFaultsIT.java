package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Without Redis each node goes on by itself, nothing is lost in silence, and nothing is doubled.
 */
class RedisFaultsIT extends OnTwoNodes {
    private static final Duration AWAY = Duration.ofSeconds(30);

    @Test
    void redisIsAwayForHalfAMinute() throws IOException {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");
        var alone = at(0, room + "-2", "Carl");
        var beside = at(0, room + "-2", "Dora");
        anna.hears("user-connect");

        cluster.redis().kill();
        await().during(AWAY)
                .atMost(AWAY.plusSeconds(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> isRefused(say(anna, "lost")) && isDone(say(alone, "here")));
        var emma = at(1, "Emma");
        ben.ask("leave-room", "{}");
        cluster.redis().startAgain();

        assertThat(anna.hears("user-disconnect").get("reason").stringValue()).isEqualTo("lost");
        assertThat(anna.hears("user-connect").get("name").stringValue()).isEqualTo("Emma");
        assertThat(beside.hears("chatting", OnTwoNodes::isLine).get("text").stringValue())
                .isEqualTo("here");
        assertHearsOnceAndNothingElse(anna, emma);
        var noticeOfEmma = 1;
        assertThat(Collections.frequency(ben.unasked(), "chatting")).isEqualTo(noticeOfEmma);
    }

    @Test
    void aNodeThatIsCutOffFromRedisIsSpokenToAgainWhenItIsBack() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");
        anna.hears("user-connect");

        cluster.lineToRedis(1).cut();
        await().until(() -> isRefused(say(ben, "lost")) && isRefused(say(anna, "lost")));
        cluster.lineToRedis(1).heal();

        assertHearsOnceAndNothingElse(anna, ben);
    }

    @Test
    void aLineThatHangsIsNoticed() {
        var anna = at(0, "Anna");
        var ben = at(1, "Ben");
        anna.hears("user-connect");

        cluster.lineToRedis(1).hang();
        var refused = say(ben, "lost");
        cluster.lineToRedis(1).heal();

        assertThat(refused.get("code").stringValue()).isEqualTo("SERVICE_UNAVAILABLE");
        assertHearsOnceAndNothingElse(ben, anna);
    }

    /** Once the way is open again, everything said is heard, in order and once. */
    private static void assertHearsOnceAndNothingElse(Person speaker, Person listener) {
        await().atMost(Duration.ofSeconds(20)).until(() -> isDone(say(speaker, "first")));
        listener.forget();
        say(speaker, "second");
        say(speaker, "third");

        assertThat(text(listener.hears("chatting"))).isEqualTo("second");
        assertThat(text(listener.hears("chatting"))).isEqualTo("third");
        assertThat(listener.unasked()).doesNotContain("chatting", "user-connect");
    }

    private static JsonNode say(Person speaker, String text) {
        return speaker.ask("chatting", "{'text':'%s'}".formatted(text));
    }

    private static boolean isDone(JsonNode answer) {
        return answer.get("ok").booleanValue();
    }

    private static boolean isRefused(JsonNode answer) {
        return !isDone(answer)
                && answer.get("code").stringValue().equals("SERVICE_UNAVAILABLE")
                && answer.get("retry_after").intValue() > 0;
    }

    private static String text(JsonNode line) {
        return line.get("text").stringValue();
    }
}
