package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.NoPayload;
import io.eyestalk.realtime.Session;
import org.springframework.stereotype.Component;

/** Tells the others that a member shares a screen. */
@Component
class ShareStartHandler implements EventHandler<NoPayload> {
    private final Sharing sharing;

    ShareStartHandler(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public String event() {
        return "share-start";
    }

    @Override
    public boolean neverWaits() {
        return sharing.neverWaits();
    }

    @Override
    public Ack handle(Session from, NoPayload nothing) {
        sharing.start(from.seat());
        return Ack.done();
    }
}
