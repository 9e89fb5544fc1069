package io.eyestalk.signaling;

import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberAway;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.MemberLeft;
import io.eyestalk.room.MemberReturned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the people of a room who comes, goes, is away and is back. */
@Component
class MemberNews {
    private final Broadcaster broadcaster;
    private final Sessions sessions;
    private final MediaStates states;
    private final Sharing sharing;
    private final Notices notices;

    MemberNews(
            Broadcaster broadcaster,
            Sessions sessions,
            MediaStates states,
            Sharing sharing,
            Notices notices) {
        this.broadcaster = broadcaster;
        this.sessions = sessions;
        this.states = states;
        this.sharing = sharing;
        this.notices = notices;
    }

    record Connected(String sid, String name) {}

    record Back(String sid, boolean fresh) {}

    record Disconnected(String sid, String reason) {}

    @EventListener
    void on(MemberJoined event) {
        var member = event.member();
        states.begin(member.id());
        var connected = new Connected(member.id().value(), member.nickname().value());
        tellOthers(member, "user-connect", connected);
        notices.joined(member);
    }

    @EventListener
    void on(MemberReturned event) {
        var member = event.member();
        states.begin(member.id());
        if (event.fresh()) {
            sharing.lost(member.room(), member.id());
        }
        tellOthers(member, "user-back", new Back(member.id().value(), event.fresh()));
    }

    @EventListener
    void on(MemberAway event) {
        tellOthers(event.member(), "user-away", new Sid(event.member().id()));
    }

    @EventListener
    void on(MemberLeft event) {
        var member = event.member();
        sessions.find(event.connection()).ifPresent(Session::unbind);
        sharing.lost(member.room(), member.id());
        states.end(member.id());
        var gone = new Disconnected(member.id().value(), event.reason().wire());
        tellOthers(member, "user-disconnect", gone);
        notices.left(member);
    }

    private void tellOthers(Member member, String event, Object payload) {
        broadcaster.toOthers(member.room(), member.id(), event, payload);
    }
}
