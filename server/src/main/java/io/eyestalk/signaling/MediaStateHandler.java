package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import org.springframework.stereotype.Component;

/** Tells the others whether a member's microphone and camera are on. */
@Component
class MediaStateHandler implements EventHandler<MediaStateHandler.Told> {
    static final String EVENT = "media-state";

    private final Broadcaster broadcaster;
    private final MediaStates states;

    MediaStateHandler(Broadcaster broadcaster, MediaStates states) {
        this.broadcaster = broadcaster;
        this.states = states;
    }

    record Told(boolean audio, boolean video) {}

    /** What the others get. */
    record Changed(String sid, boolean audio, boolean video) {}

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public boolean neverWaits() {
        return broadcaster.neverWaits();
    }

    @Override
    public Ack handle(Session from, Told now) {
        var seat = from.seat();
        var changed = new Changed(seat.member().value(), now.audio, now.video);
        broadcaster.toOthers(seat.room(), seat.member(), event(), changed).requireRelay();
        states.change(seat.member(), state -> state.with(now.audio, now.video));
        return Ack.done();
    }
}
