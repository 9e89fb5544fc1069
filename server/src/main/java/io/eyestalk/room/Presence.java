package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import org.springframework.stereotype.Service;

/** Who is here, away or gone. Every call about a connection that has no seat changes nothing. */
@Service
public class Presence {
    Presence() {}

    /** A member who entered over REST turns out to have a live connection. */
    public void connected(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    /** The connection dropped: its member is away, and gone after a while. */
    public void disconnected(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    /** The page says that it closes: its member is gone very soon unless they resume. */
    public void closing(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    /** What one member hears of another of the same room: evidence that someone away is there. */
    public void heard(MemberId by, MemberId of, boolean heard) {
        throw new UnsupportedOperationException();
    }
}
