package io.eyestalk.signaling;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import io.eyestalk.room.Presence;
import io.eyestalk.shared.MemberId;
import org.springframework.stereotype.Component;

/** Takes what a member hears of another as evidence of who is away and who is gone. */
@Component
class PeerStateHandler implements EventHandler<PeerStateHandler.PeerState> {
    private final Presence presence;

    PeerStateHandler(Presence presence) {
        this.presence = presence;
    }

    record PeerState(@JsonProperty("sid") MemberId peer, boolean heard) {}

    @Override
    public String event() {
        return "peer-state";
    }

    @Override
    public Ack handle(Session from, PeerState state) {
        presence.heard(from.seat().member(), state.peer, state.heard);
        return Ack.done();
    }
}
