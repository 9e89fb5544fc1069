package io.eyestalk.signaling;

import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.MemberAway;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.MemberLeft;
import io.eyestalk.room.MemberReturned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What this node has changed in a room becomes known to its people there. */
@Component
class MemberNews {
    private final Announcements announcements;
    private final Sessions sessions;
    private final MediaStates states;
    private final Sharing sharing;

    MemberNews(
            Announcements announcements, Sessions sessions, MediaStates states, Sharing sharing) {
        this.announcements = announcements;
        this.sessions = sessions;
        this.states = states;
        this.sharing = sharing;
    }

    @EventListener
    void on(MemberJoined event) {
        states.begin(event.member().id());
        announcements.joined(event.member());
    }

    @EventListener
    void on(MemberReturned event) {
        var member = event.member();
        states.begin(member.id());
        if (event.fresh()) {
            sharing.lost(member.room(), member.id());
        }
        announcements.back(member, event.fresh());
    }

    @EventListener
    void on(MemberAway event) {
        announcements.away(event.member());
    }

    @EventListener
    void on(MemberLeft event) {
        var member = event.member();
        sessions.find(event.connection()).ifPresent(Session::unbind);
        sharing.lost(member.room(), member.id());
        states.end(member.id());
        announcements.gone(member, event.reason());
    }
}
