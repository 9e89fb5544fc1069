package io.eyestalk.chat;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.RoomLog;
import io.eyestalk.realtime.Seat;
import io.eyestalk.realtime.Session;
import io.eyestalk.shared.IdGenerator;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries what people write to their room or to one person in it. */
@Component
class ChattingHandler implements EventHandler<ChatPolicy.Wish> {
    static final String EVENT = "chatting";

    private final Broadcaster broadcaster;
    private final RoomLog log;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    ChattingHandler(
            Broadcaster broadcaster,
            RoomLog log,
            RateLimits limits,
            ApplicationEventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.broadcaster = broadcaster;
        this.log = log;
        this.limits = limits;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the sender learns. */
    record Sent(String id, String at) {}

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public boolean neverWaits() {
        return broadcaster.neverWaits();
    }

    @Override
    public Ack handle(Session from, ChatPolicy.Wish wish) {
        var seat = from.seat();
        var line = ChatPolicy.check(seat.member(), wish);
        limits.take(Limit.CHAT_MESSAGE, seat.member().value());

        var message = messageOf(seat, line);
        deliver(line, seat, message);
        from.emit(event(), message.forSelf());
        events.publishEvent(sentBy(seat, message));
        return Ack.of(new Sent(message.id(), message.at()));
    }

    /** Kept before it is sent, so that whoever comes back at this moment misses nothing. */
    private void deliver(ChatPolicy.Line line, Seat seat, ChatMessage message) {
        var entry = KeptLine.of(message, line.addressee()).toEntry();
        log.keep(seat.room(), entry);
        try {
            line.addressee()
                    .ifPresentOrElse(
                            addressee -> sendTo(addressee, seat, message),
                            () -> send(seat, message));
        } catch (RejectedException refusal) {
            log.discard(seat.room(), entry);
            throw refusal;
        }
    }

    private void send(Seat seat, ChatMessage message) {
        broadcaster.toOthers(seat.room(), seat.member(), event(), message).requireRelay();
    }

    private void sendTo(MemberId addressee, Seat seat, ChatMessage message) {
        broadcaster.toMember(seat.room(), addressee, event(), message).requireSomebody();
    }

    private ChatMessage messageOf(Seat seat, ChatPolicy.Line line) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return ChatMessage.of(ids.next(), at, seat, line);
    }

    private static ChatSent sentBy(Seat seat, ChatMessage message) {
        return new ChatSent(
                message.id(),
                message.instant(),
                seat.room(),
                seat.member(),
                seat.nickname(),
                message.text(),
                message.direct());
    }
}
