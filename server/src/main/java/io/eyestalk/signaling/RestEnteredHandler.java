package io.eyestalk.signaling;

import io.eyestalk.realtime.BulletinHandler;
import io.eyestalk.realtime.InCluster;
import io.eyestalk.realtime.Seat;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.Admission;
import io.eyestalk.room.Attendance;
import io.eyestalk.room.EnterRequest;
import io.eyestalk.room.Entry;
import io.eyestalk.room.Member;
import io.eyestalk.room.Presence;
import io.eyestalk.room.RoomRef;
import io.eyestalk.room.Via;
import java.util.List;
import org.springframework.stereotype.Component;

/** Welcomes on their socket those who entered over REST on another node. */
@Component
@InCluster
class RestEnteredHandler implements BulletinHandler<RestEntered> {
    private final Sessions sessions;
    private final Presence presence;
    private final Admission admission;
    private final Attendance attendance;
    private final Rosters rosters;
    private final Looks looks;
    private final Welcome welcome;

    RestEnteredHandler(
            Sessions sessions,
            Presence presence,
            Admission admission,
            Attendance attendance,
            Rosters rosters,
            Looks looks,
            Welcome welcome) {
        this.sessions = sessions;
        this.presence = presence;
        this.admission = admission;
        this.attendance = attendance;
        this.rosters = rosters;
        this.looks = looks;
        this.welcome = welcome;
    }

    @Override
    public String kind() {
        return RestEntered.KIND;
    }

    @Override
    public Class<RestEntered> type() {
        return RestEntered.class;
    }

    @Override
    public void handle(RestEntered entered) {
        sessions.find(entered.connectionId()).ifPresent(session -> greet(session, entered));
    }

    private void greet(Session session, RestEntered entered) {
        // The same connection, room and name again is answered as the first time.
        var again =
                new EnterRequest(
                        RoomRef.byId(entered.roomId()),
                        entered.name(),
                        null,
                        session.id(),
                        session.address(),
                        Via.SOCKET);
        var entry = admission.enter(again);
        presence.connected(session.id());
        attendance.read(entered.roomId(), now -> seat(session, entry, now));
        if (sessions.find(session.id()).isEmpty()) {
            // it ended in between, when nobody could know yet whose connection it was
            presence.disconnected(session.id());
        }
        looks.tell(RoomLook.changed(entered.roomId(), entered.memberId()));
    }

    private void seat(Session session, Entry entry, List<Attendance.Attendee> now) {
        var id = entry.self().id();
        var others =
                now.stream()
                        .map(Attendance.Attendee::member)
                        .filter(member -> !member.id().equals(id))
                        .toList();
        now.stream()
                .filter(one -> one.member().id().equals(id))
                .findFirst()
                .ifPresent(self -> seat(session, entry, self, others));
    }

    private void seat(Session session, Entry entry, Attendance.Attendee self, List<Member> others) {
        var member = self.member();
        session.bind(new Seat(member.room(), member.id(), member.nickname()));
        rosters.sit(Occupant.of(self), others);
        welcome.emit(session, entry.room(), member, others, entry.resumeToken());
        session.release();
    }
}
