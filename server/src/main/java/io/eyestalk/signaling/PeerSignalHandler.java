package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Carries offers, answers and candidates between two people of one room, unread. */
@Component
class PeerSignalHandler implements EventHandler<ObjectNode> {
    private final Broadcaster broadcaster;

    PeerSignalHandler(Broadcaster broadcaster) {
        this.broadcaster = broadcaster;
    }

    @Override
    public String event() {
        return "data";
    }

    @Override
    public boolean neverWaits() {
        return broadcaster.neverWaits();
    }

    @Override
    public Ack handle(Session from, ObjectNode payload) {
        var seat = from.seat();
        var signal = PeerSignal.of(payload);
        var body = signal.sentBy(seat.member());
        broadcaster.toMember(seat.room(), signal.target(), event(), body).requireSomebody();
        return Ack.done();
    }
}
