package io.eyestalk.signaling;

import io.eyestalk.realtime.InCluster;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberAway;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.MemberLeft;
import io.eyestalk.room.MemberReturned;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.NodeId;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What this node has changed in a room becomes known to other nodes. */
@Component
@InCluster
class OtherNodesNews {
    private final Rosters rosters;
    private final Looks looks;
    private final NodeId self;

    OtherNodesNews(Rosters rosters, Looks looks, NodeId self) {
        this.rosters = rosters;
        this.self = self;
        this.looks = looks;
    }

    @EventListener
    void on(MemberJoined event) {
        var member = event.member();
        rosters.sit(occupant(member, event.connection()), event.others());
        looks.tell(RoomLook.changed(member.room(), member.id()));
    }

    @EventListener
    void on(MemberReturned event) {
        var member = event.member();
        rosters.sit(occupant(member, event.connection()), event.others());
        looks.tell(RoomLook.returned(member.room(), member.id(), event.fresh()));
    }

    @EventListener
    void on(MemberAway event) {
        var member = event.member();
        var away = occupant(member, event.connection());
        rosters.change(member.room(), roster -> roster.with(away));
        looks.tell(RoomLook.changed(member.room(), member.id()));
    }

    @EventListener
    void on(MemberLeft event) {
        var member = event.member();
        rosters.change(member.room(), roster -> roster.without(member.id()));
        looks.tell(RoomLook.left(member.room(), member.id(), event.reason()));
    }

    /** What this node has changed, it looks after. */
    private Occupant occupant(Member member, ConnectionId connection) {
        return new Occupant(member, Optional.of(connection), Optional.of(self.value()));
    }
}
