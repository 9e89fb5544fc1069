package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.NoPayload;
import io.eyestalk.realtime.Session;
import org.springframework.stereotype.Component;

/** Tells the others that a member shares no screen any more. */
@Component
class ShareEndHandler implements EventHandler<NoPayload> {
    private final Sharing sharing;

    ShareEndHandler(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public String event() {
        return "share-end";
    }

    @Override
    public boolean neverWaits() {
        return sharing.neverWaits();
    }

    @Override
    public Ack handle(Session from, NoPayload nothing) {
        sharing.end(from.seat());
        return Ack.done();
    }
}
