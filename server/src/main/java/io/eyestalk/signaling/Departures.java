package io.eyestalk.signaling;

import io.eyestalk.realtime.DisconnectKind;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.SessionListener;
import io.eyestalk.room.Admission;
import io.eyestalk.room.Presence;
import org.springframework.stereotype.Component;

/** A goodbye gives the seat back at once; a lost connection leaves its member away for a while. */
@Component
class Departures implements SessionListener {
    private final Admission admission;
    private final Presence presence;

    Departures(Admission admission, Presence presence) {
        this.admission = admission;
        this.presence = presence;
    }

    @Override
    public void disconnected(Session session, DisconnectKind kind) {
        if (session.binding().isEmpty()) {
            return;
        }
        switch (kind) {
            case CLIENT_LEFT -> admission.leave(session.id());
            case LOST -> presence.disconnected(session.id());
        }
    }
}
