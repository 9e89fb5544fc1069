package io.eyestalk.signaling;

import io.eyestalk.realtime.BulletinHandler;
import io.eyestalk.realtime.InCluster;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import org.springframework.stereotype.Component;

/** Asks for a sign of life whom somebody on another node does not hear any more. */
@Component
@InCluster
class SilentMemberHandler implements BulletinHandler<SilentMember> {
    private final Sessions sessions;
    private final SignalingProperties properties;

    SilentMemberHandler(Sessions sessions, SignalingProperties properties) {
        this.sessions = sessions;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return SilentMember.KIND;
    }

    @Override
    public Class<SilentMember> type() {
        return SilentMember.class;
    }

    @Override
    public void handle(SilentMember silent) {
        sessions.of(new RoomId(silent.room()), new MemberId(silent.member()))
                .ifPresent(session -> session.probe(properties.probeTimeout()));
    }
}
