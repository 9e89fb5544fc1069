package io.eyestalk.signaling;

import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.Delivery;
import io.eyestalk.realtime.Seat;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import org.springframework.stereotype.Component;

/** Who shares a screen. */
@Component
class Sharing {
    static final String START = "share-start";

    private final Broadcaster broadcaster;
    private final MediaStates states;

    Sharing(Broadcaster broadcaster, MediaStates states) {
        this.broadcaster = broadcaster;
        this.states = states;
    }

    /** Whether these calls never wait. */
    boolean neverWaits() {
        return broadcaster.neverWaits();
    }

    void start(Seat by) {
        tell(by.room(), by.member(), START).requireRelay();
        states.change(by.member(), state -> state.sharing(true));
    }

    void end(Seat by) {
        tell(by.room(), by.member(), "share-end").requireRelay();
        states.change(by.member(), state -> state.sharing(false));
    }

    /** The page of a member was reloaded: what it shared is over. */
    void lost(RoomId room, MemberId member) {
        if (states.of(member).sharing()) {
            states.change(member, state -> state.sharing(false));
            tell(room, member, "share-end");
        }
    }

    private Delivery tell(RoomId room, MemberId member, String event) {
        return broadcaster.toOthers(room, member, event, new Sid(member));
    }
}
