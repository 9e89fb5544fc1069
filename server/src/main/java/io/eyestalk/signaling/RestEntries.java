package io.eyestalk.signaling;

import io.eyestalk.realtime.Bulletins;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.Presence;
import io.eyestalk.room.Via;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Welcomes on their socket those who entered over REST. */
@Component
class RestEntries {
    private final Sessions sessions;
    private final Presence presence;
    private final Welcome welcome;
    private final Bulletins bulletins;

    RestEntries(Sessions sessions, Presence presence, Welcome welcome, Bulletins bulletins) {
        this.sessions = sessions;
        this.presence = presence;
        this.welcome = welcome;
        this.bulletins = bulletins;
    }

    @EventListener
    void on(MemberJoined event) {
        if (event.via() == Via.REST) {
            sessions.find(event.connection())
                    .ifPresentOrElse(
                            session -> greet(session, event),
                            () -> bulletins.toAll(RestEntered.KIND, RestEntered.of(event)));
        }
    }

    private void greet(Session session, MemberJoined event) {
        presence.connected(session.id());
        if (sessions.find(session.id()).isEmpty()) {
            // it ended in between, when nobody could know yet whose connection it was
            presence.disconnected(session.id());
            return;
        }
        welcome.emit(session, event.room(), event.member(), event.others(), event.resumeToken());
        session.release();
    }
}
