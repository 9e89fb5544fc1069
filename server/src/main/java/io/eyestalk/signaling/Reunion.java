package io.eyestalk.signaling;

import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.LeaseInterrupted;
import io.eyestalk.room.Presence;
import io.eyestalk.room.SeatReview;
import io.eyestalk.shared.ConnectionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings connections and seats together again after other nodes took this one for dead. Members
 * whose seats were taken over are back; who has none any more is sent to connect again, and
 * resumes.
 */
@Component
class Reunion {
    private static final Logger log = LoggerFactory.getLogger(Reunion.class);

    private final Sessions sessions;
    private final SeatReview seats;
    private final Presence presence;

    Reunion(Sessions sessions, SeatReview seats, Presence presence) {
        this.sessions = sessions;
        this.seats = seats;
        this.presence = presence;
    }

    @EventListener
    void on(LeaseInterrupted event) {
        var connected = sessions.seated().stream().map(Session::id).toList();
        if (connected.isEmpty()) {
            return;
        }
        var findings = seats.review(connected);
        findings.unseated().forEach(id -> sessions.find(id).ifPresent(Session::drop));
        findings.returned().forEach(this::greet);
        log.info(
                "event=reunion connections={} returned={} unseated={}",
                connected.size(),
                findings.returned().size(),
                findings.unseated().size());
    }

    private void greet(ConnectionId id) {
        sessions.find(id)
                .ifPresentOrElse(
                        Session::release,
                        // it ended in between, when its member counted as away already
                        () -> presence.disconnected(id));
    }
}
