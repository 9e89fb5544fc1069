package io.eyestalk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.FakeBroadcaster;
import io.eyestalk.realtime.FakeRoomLog;
import io.eyestalk.realtime.FakeSession;
import io.eyestalk.realtime.Sent;
import io.eyestalk.shared.FakeRateLimits;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.Refusals;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChattingHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:21:30.500123Z");

    private final FakeRateLimits limits = new FakeRateLimits();
    private final FakeBroadcaster broadcaster = new FakeBroadcaster();
    private final FakeRoomLog log = new FakeRoomLog();
    private final List<Object> events = new ArrayList<>();
    private final FakeSession anna = FakeSession.seated("anna");
    private final ChattingHandler handler =
            new ChattingHandler(
                    broadcaster,
                    log,
                    limits,
                    events::add,
                    () -> "id-1",
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void stampsSenderTimeAndId() {
        var ack = handler.handle(anna, toAll("hello"));

        var message = message("hello", false, "other");
        assertThat(broadcaster.sent())
                .containsExactly(new Sent("others than anna in r1", "chatting", message));
        assertThat(anna.sent())
                .extracting(Sent::payload)
                .containsExactly(message("hello", false, "self"));
        assertThat(ack)
                .isEqualTo(Ack.of(new ChattingHandler.Sent("id-1", "2026-11-23T10:21:30.500Z")));
    }

    @Test
    void givesADirectMessageToSenderAndAddresseeOnly() {
        handler.handle(anna, new ChatPolicy.Wish("psst", true, "ben"));

        assertThat(broadcaster.sent())
                .containsExactly(
                        new Sent("member ben of r1", "chatting", message("psst", true, "other")));
        assertThat(anna.sent())
                .extracting(Sent::payload)
                .containsExactly(message("psst", true, "self"));
    }

    @Test
    void refusesADirectMessageThatReachesNobody() {
        broadcaster.unreachable(new MemberId("ben"));

        var refusal = refusalOf(anna, new ChatPolicy.Wish("psst", true, "ben"));

        assertThat(refusal.code()).isEqualTo(ProblemCode.MEMBER_NOT_FOUND);
        assertThat(anna.sent()).isEmpty();
        assertThat(events).isEmpty();
        assertThat(log.read(new RoomId("r1"))).isEmpty();
    }

    @Test
    void refusesWhoIsInNoRoom() {
        var refusal = refusalOf(new FakeSession("c1"), toAll("hello"));

        assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_IN_ROOM);
    }

    @Test
    void refusesWhoWritesTooMuch() {
        limits.allow(Limit.CHAT_MESSAGE, 2);
        handler.handle(anna, toAll("1"));
        handler.handle(anna, toAll("2"));

        var refusal = refusalOf(anna, toAll("3"));

        assertThat(refusal.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(broadcaster.sent()).hasSize(2);
    }

    @Test
    void tellsOtherModulesWithoutPrintingTheText() {
        handler.handle(anna, toAll("hello"));

        assertThat(events)
                .containsExactly(
                        new ChatSent(
                                "id-1",
                                Instant.parse("2026-11-23T10:21:30.500Z"),
                                new RoomId("r1"),
                                new MemberId("anna"),
                                new Nickname("Name anna"),
                                "hello",
                                false));
        assertThat(events.toString()).doesNotContain("hello");
    }

    private static ChatPolicy.Wish toAll(String text) {
        return new ChatPolicy.Wish(text, false, null);
    }

    private static ChatMessage message(String text, boolean direct, String target) {
        return new ChatMessage(
                "id-1",
                "2026-11-23T10:21:30.500Z",
                "anna",
                "Name anna",
                text,
                "r1",
                "normal",
                direct,
                target);
    }

    private RejectedException refusalOf(FakeSession from, ChatPolicy.Wish wish) {
        return Refusals.refusalOf(() -> handler.handle(from, wish));
    }
}
