package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
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
        return true;
    }

    @Override
    public Ack handle(Session from, ObjectNode payload) {
        var seat = from.seat();
        var signal = PeerSignal.of(payload);
        var reached =
                broadcaster.toMember(
                        seat.room(), signal.target(), event(), signal.sentBy(seat.member()));
        if (!reached) {
            throw new RejectedException(
                    ProblemCode.MEMBER_NOT_FOUND, "That member is not here now.");
        }
        return Ack.done();
    }
}
