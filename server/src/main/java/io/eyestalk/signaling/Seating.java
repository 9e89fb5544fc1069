package io.eyestalk.signaling;

import io.eyestalk.realtime.Seat;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.MemberReturned;
import io.eyestalk.shared.ConnectionId;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ties connections to seats, before anybody else hears of it and before the next change of that
 * room. So of two people who enter at the same moment each hears of the other exactly once: whoever
 * is later finds the earlier one in the list and already listening.
 */
@Component
class Seating {
    private final Sessions sessions;

    Seating(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MemberJoined event) {
        bind(event.connection(), event.member());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MemberReturned event) {
        bind(event.connection(), event.member());
    }

    private void bind(ConnectionId connection, Member member) {
        var seat = new Seat(member.room(), member.id(), member.nickname());
        sessions.find(connection).ifPresent(session -> session.bind(seat));
    }
}
