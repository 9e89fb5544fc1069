package io.eyestalk.signaling;

import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.InCluster;
import io.eyestalk.realtime.Seat;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.Member;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Tells somebody who entered on another node what the people of this node send now: that node
 * cannot know it. It comes right after the list of members, which says what is assumed.
 */
@Component
@InCluster
class OwnStates {
    private final Broadcaster broadcaster;
    private final Sessions sessions;
    private final MediaStates states;

    OwnStates(Broadcaster broadcaster, Sessions sessions, MediaStates states) {
        this.broadcaster = broadcaster;
        this.sessions = sessions;
        this.states = states;
    }

    /** Tells the newcomer of those others who are connected to this node. */
    void tell(Member newcomer, Collection<Member> others) {
        for (var other : others) {
            sessions.of(other.room(), other.id())
                    .flatMap(session -> session.binding())
                    .ifPresent(seat -> tell(newcomer, seat));
        }
    }

    private void tell(Member newcomer, Seat of) {
        var state = states.of(of.member());
        if (!state.audio() || !state.video()) {
            var now =
                    new MediaStateHandler.Changed(
                            of.member().value(), state.audio(), state.video());
            broadcaster.toMember(of.room(), newcomer.id(), MediaStateHandler.EVENT, now);
        }
        if (state.sharing()) {
            broadcaster.toMember(of.room(), newcomer.id(), Sharing.START, new Sid(of.member()));
        }
    }
}
