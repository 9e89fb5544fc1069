package io.eyestalk.signaling;

import io.eyestalk.realtime.Broadcaster;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberLeft;
import org.springframework.stereotype.Component;

/**
 * Tells the people of a room who are connected to this node who comes, goes, is away and is back.
 * Each node tells its own.
 */
@Component
class Announcements {
    private final Broadcaster broadcaster;
    private final Notices notices;

    Announcements(Broadcaster broadcaster, Notices notices) {
        this.broadcaster = broadcaster;
        this.notices = notices;
    }

    record Connected(String sid, String name) {}

    record Back(String sid, boolean fresh) {}

    record Disconnected(String sid, String reason) {}

    void joined(Member member) {
        var connected = new Connected(member.id().value(), member.nickname().value());
        tellOthers(member, "user-connect", connected);
        notices.joined(member);
    }

    void away(Member member) {
        tellOthers(member, "user-away", new Sid(member.id()));
    }

    /** Tells also whether the page was reloaded. */
    void back(Member member, boolean fresh) {
        tellOthers(member, "user-back", new Back(member.id().value(), fresh));
    }

    void gone(Member member, MemberLeft.Reason reason) {
        var gone = new Disconnected(member.id().value(), reason.wire());
        tellOthers(member, "user-disconnect", gone);
        notices.left(member);
    }

    private void tellOthers(Member member, String event, Object payload) {
        broadcaster.toOthersHere(member.room(), member.id(), event, payload);
    }
}
