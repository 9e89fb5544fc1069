package io.eyestalk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.FakeRateLimits;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class EventDispatcherTest {
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final FakeRateLimits limits = new FakeRateLimits();
    private final List<String> observed = new ArrayList<>();
    private final Observers observers = new Observers(List.of(new Notebook()));
    private final FakeSocket socket = new FakeSocket("c1");
    private final SocketSession session =
            new SocketSession(
                    socket,
                    new ClientAddress("192.0.2.1"),
                    new LiveSessions(),
                    new SerialQueue(started::add, 1));

    /** Greets by name; fails for some names. */
    private static final class Greeter implements EventHandler<Greeter.Name> {
        private final boolean neverWaits;

        Greeter(boolean neverWaits) {
            this.neverWaits = neverWaits;
        }

        record Name(String name) {}

        record Greeting(String text) {}

        @Override
        public String event() {
            return "greet";
        }

        @Override
        public boolean neverWaits() {
            return neverWaits;
        }

        @Override
        public Ack handle(Session from, Name who) {
            return switch (who.name()) {
                case "nobody" -> throw new RejectedException(ProblemCode.MEMBER_NOT_FOUND);
                case "bug" -> throw new IllegalStateException("the secret is 42");
                default -> Ack.of(new Greeting("hello " + who.name()));
            };
        }
    }

    @Test
    void acknowledgesWhatAHandlerAnswers() {
        var event = new FakeEvent("greet", "{'name':'anna'}", true);

        dispatch(event);

        assertThat(event.acks()).containsExactly(Ack.of(new Greeter.Greeting("hello anna")));
        assertThat(socket.sent()).isEmpty();
    }

    @Test
    void aRefusalBecomesAFailingAcknowledgement() {
        var event = new FakeEvent("greet", "{'name':'nobody'}", true);

        dispatch(event);

        assertThat(event.acks())
                .containsExactly(Ack.refused(new RejectedException(ProblemCode.MEMBER_NOT_FOUND)));
    }

    @Test
    void aRefusalBecomesAnErrorMessageForAClientThatWantsNoAnswer() {
        dispatch(new FakeEvent("greet", "{'name':'nobody'}", false));

        assertThat(socket.sent())
                .containsExactly(
                        new Sent(
                                "connection c1",
                                "error-message",
                                new ErrorMessage(
                                        ProblemCode.MEMBER_NOT_FOUND,
                                        "No such member.",
                                        "greet",
                                        List.of(),
                                        null)));
    }

    @Test
    void successWithoutAnAcknowledgementIsSilent() {
        dispatch(new FakeEvent("greet", "{'name':'anna'}", false));

        assertThat(socket.sent()).isEmpty();
    }

    @Test
    void aBugIsAnsweredWithoutDetailsAndTheConnectionLives() {
        var event = new FakeEvent("greet", "{'name':'bug'}", true);

        dispatch(event);

        assertThat(event.acks())
                .containsExactly(Ack.refused(new RejectedException(ProblemCode.INTERNAL_ERROR)));
        assertThat(event.acks().toString()).doesNotContain("42");
        assertThat(socket.connected()).isTrue();
    }

    @Test
    void refusesAWrongPayloadAndAnUnknownEvent() {
        var wrong = new FakeEvent("greet", "{'name':7}", true);
        var unknown = new FakeEvent("shout", "{}", true);

        dispatch(wrong);
        dispatch(unknown);

        assertThat(wrong.acks())
                .containsExactly(Ack.refused(RejectedException.invalid("name", "must be a text")));
        assertThat(unknown.acks())
                .containsExactly(Ack.refused(RejectedException.invalid("event", "is not known")));
    }

    @Test
    void refusesWhenTooManyEventsWait() {
        var dispatcher = dispatcher(new Greeter(false));
        var first = new FakeEvent("greet", "{'name':'anna'}", true);
        var second = new FakeEvent("greet", "{'name':'ben'}", true);

        dispatcher.accept(session, first);
        dispatcher.accept(session, second);
        started.remove().run();

        assertThat(first.acks()).containsExactly(Ack.of(new Greeter.Greeting("hello anna")));
        assertThat(second.acks())
                .singleElement()
                .extracting(ack -> ((Ack.Refused) ack).code())
                .isEqualTo(ProblemCode.RATE_LIMITED);
    }

    @Test
    void refusesMoreEventsThanAllowedAndSaysForHowLong() {
        var event = new FakeEvent("greet", "{'name':'anna'}", true);

        limits.allow(Limit.SOCKET_EVENT, 0);

        dispatcher(new Greeter(true)).accept(session, event);

        assertThat(event.acks())
                .containsExactly(
                        new Ack.Refused(
                                false,
                                ProblemCode.RATE_LIMITED,
                                "Too many attempts. Try again later.",
                                List.of(),
                                30L));
    }

    @Test
    void aHandlerThatNeverWaitsRunsAtOnceUnlessSomethingIsAhead() {
        var dispatcher =
                new EventDispatcher(List.of(new Greeter(true), new Slow()), limits, observers);
        var atOnce = new FakeEvent("greet", "{'name':'anna'}", true);
        var behind = new FakeEvent("greet", "{'name':'ben'}", true);

        dispatcher.accept(session, atOnce);
        var doneAtOnce = List.copyOf(atOnce.acks());
        session.queue().runNow(() -> dispatcher.accept(session, behind));

        assertThat(doneAtOnce).hasSize(1);
        assertThat(behind.acks()).isEmpty();
        started.remove().run();
        assertThat(behind.acks()).hasSize(1);
    }

    @Test
    void twoHandlersOfOneEventAreRefusedAtStart() {
        assertThatThrownBy(
                        () ->
                                new EventDispatcher(
                                        List.of(new Greeter(true), new Greeter(true)),
                                        limits,
                                        observers))
                .hasMessageContaining("greet");
    }

    @Test
    void tellsObserversWhatBecameOfEveryEvent() {
        dispatch(new FakeEvent("greet", "{'name':'anna'}", true));
        dispatch(new FakeEvent("greet", "{'name':'nobody'}", false));
        limits.allow(Limit.SOCKET_EVENT, 0);
        dispatch(new FakeEvent("greet", "{'name':'ben'}", true));

        assertThat(observed)
                .containsExactly(
                        "greet begins",
                        "greet",
                        "greet begins",
                        "greet MEMBER_NOT_FOUND",
                        "greet RATE_LIMITED");
    }

    @Test
    void observersNeverHearNamesThatClientsMakeUp() {
        dispatch(new FakeEvent("made up by a client", "{}", true));

        assertThat(observed).containsExactly("unknown VALIDATION_FAILED");
    }

    /** Writes down what it hears. */
    private final class Notebook implements RealtimeObserver {
        @Override
        public void handling(String event, Duration waited) {
            assertThat(waited.isNegative()).isFalse();
            observed.add(event + " begins");
        }

        @Override
        public void answered(String event, Optional<ProblemCode> refusal, Duration took) {
            assertThat(took).isPositive();
            observed.add(event + refusal.map(code -> " " + code).orElse(""));
        }
    }

    private static final class Slow implements EventHandler<NoPayload> {
        @Override
        public String event() {
            return "slow";
        }

        @Override
        public Ack handle(Session from, NoPayload nothing) {
            return Ack.done();
        }
    }

    private void dispatch(FakeEvent event) {
        dispatcher(new Greeter(true)).accept(session, event);
    }

    private EventDispatcher dispatcher(EventHandler<?> handler) {
        return new EventDispatcher(List.of(handler), limits, observers);
    }
}
