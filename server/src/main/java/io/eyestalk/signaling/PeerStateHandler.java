package io.eyestalk.signaling;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Bulletins;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.Presence;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import org.springframework.stereotype.Component;

/** Takes what a member hears of another as evidence of who is away and who is gone. */
@Component
class PeerStateHandler implements EventHandler<PeerStateHandler.PeerState> {
    private final Presence presence;
    private final Sessions sessions;
    private final Bulletins bulletins;
    private final SignalingProperties properties;

    PeerStateHandler(
            Presence presence,
            Sessions sessions,
            Bulletins bulletins,
            SignalingProperties properties) {
        this.presence = presence;
        this.sessions = sessions;
        this.bulletins = bulletins;
        this.properties = properties;
    }

    record PeerState(@JsonProperty("sid") MemberId peer, boolean heard) {}

    @Override
    public String event() {
        return "peer-state";
    }

    @Override
    public Ack handle(Session from, PeerState state) {
        var seat = from.seat();
        presence.heard(seat.member(), state.peer, state.heard);
        if (!state.heard) {
            // A frozen or unplugged machine keeps its connection open: only asking tells.
            sessions.of(seat.room(), state.peer)
                    .ifPresentOrElse(
                            session -> session.probe(properties.probeTimeout()),
                            () -> askElsewhere(seat.room(), state.peer));
        }
        return Ack.done();
    }

    private void askElsewhere(RoomId room, MemberId peer) {
        bulletins.toRoom(room, SilentMember.KIND, new SilentMember(room.value(), peer.value()));
    }
}
