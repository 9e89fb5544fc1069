package io.eyestalk.signaling;

import io.eyestalk.realtime.InCluster;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.realtime.Whereabouts;
import io.eyestalk.room.Attendance;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberLeft;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the people of this node know of their rooms. Changed only in the turn of a room, so that
 * they hear of each change once, whether this node made it or found it in the database.
 */
@Component
@InCluster
class Rosters implements Whereabouts {
    private final Map<RoomId, Roster> rosters = new ConcurrentHashMap<>();
    private final Attendance attendance;
    private final Sessions sessions;
    private final Announcements announcements;
    private final Looks looks;
    private final OwnStates states;
    private final NodeId self;

    Rosters(
            Attendance attendance,
            Sessions sessions,
            Announcements announcements,
            Looks looks,
            OwnStates states,
            NodeId self) {
        this.attendance = attendance;
        this.sessions = sessions;
        this.announcements = announcements;
        this.looks = looks;
        this.states = states;
        this.self = self;
    }

    /** Somebody is in a room, and whoever sits on this node was told of these others. */
    void sit(Occupant occupant, List<Member> others) {
        var member = occupant.member();
        var isHere = sessions.of(member.room(), member.id()).isPresent();
        rosters.compute(
                member.room(),
                (_, known) -> {
                    if (known != null) {
                        return known.with(occupant);
                    }
                    return isHere ? told(occupant, others) : null;
                });
    }

    /** This node has changed something, and told its people. */
    void change(RoomId room, UnaryOperator<Roster> change) {
        rosters.computeIfPresent(room, (_, known) -> change.apply(known));
    }

    @Override
    public void refresh(RoomId room) {
        refresh(RoomLook.at(room));
    }

    /** The same, with what another node knows of the reason. */
    void refresh(RoomLook look) {
        var room = look.roomId();
        try {
            attendance.read(room, now -> apply(look, now));
        } catch (RejectedException unavailable) {
            change(room, Roster::doubted);
            throw unavailable;
        }
    }

    @Override
    public void forget(RoomId room) {
        rosters.computeIfPresent(room, (_, known) -> hasPeopleHere(room, known) ? known : null);
    }

    @Override
    public void doubt() {
        rosters.replaceAll((_, known) -> known.doubted());
    }

    @Override
    public void recover() {
        looks.recover(Set.copyOf(rosters.keySet()));
    }

    @Override
    public boolean isCertain(RoomId room) {
        return Optional.ofNullable(rosters.get(room)).map(Roster::certain).orElse(false);
    }

    @Override
    public Set<String> otherNodes(RoomId room, Optional<MemberId> except) {
        return elsewhere(room)
                .filter(occupant -> !except.equals(Optional.of(occupant.member().id())))
                .flatMap(occupant -> occupant.node().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> otherNode(RoomId room, MemberId member) {
        return elsewhere(room)
                .filter(occupant -> occupant.member().id().equals(member))
                .flatMap(occupant -> occupant.node().stream())
                .findFirst();
    }

    private Stream<Occupant> elsewhere(RoomId room) {
        return Optional.ofNullable(rosters.get(room))
                .map(Roster::occupants)
                .orElse(Map.of())
                .values()
                .stream()
                .filter(occupant -> !occupant.member().away())
                .filter(occupant -> !occupant.node().equals(Optional.of(self.value())));
    }

    private static Roster told(Occupant occupant, List<Member> others) {
        var all = Stream.concat(Stream.of(occupant), others.stream().map(Occupant::told));
        // Before the channel of the room is heard, others may come unseen.
        return Roster.of(all.toList(), false);
    }

    private boolean hasPeopleHere(RoomId room, Roster roster) {
        return roster.occupants().keySet().stream()
                .anyMatch(member -> sessions.of(room, member).isPresent());
    }

    private void apply(RoomLook look, List<Attendance.Attendee> attendees) {
        var room = look.roomId();
        var before = rosters.get(room);
        if (before == null) {
            return; // nobody here was told anything
        }
        var now = Roster.of(attendees.stream().map(Occupant::of).toList(), true);
        rosters.put(room, now);
        before.changesTo(now).forEach(change -> tell(look, change, now));
        now.occupants().values().forEach(this::endReplaced);
    }

    private void tell(RoomLook look, Roster.Change change, Roster now) {
        switch (change) {
            case Roster.Change.Came(var member) -> {
                announcements.joined(member);
                states.tell(member, now.members());
            }
            case Roster.Change.WentAway(var member) -> announcements.away(member);
            case Roster.Change.CameBack(var member) -> {
                announcements.back(member, look.isFresh(member.id()));
                states.tell(member, now.members());
            }
            case Roster.Change.Went(var member) -> {
                var reason = look.reasonOf(member.id());
                announcements.gone(member, reason);
                sessions.of(member.room(), member.id()).ifPresent(session -> part(session, reason));
            }
        }
    }

    /** Who did not leave does not know of it: connecting again, they come back by their token. */
    private static void part(Session session, MemberLeft.Reason reason) {
        if (reason == MemberLeft.Reason.LEFT) {
            session.unbind();
        } else {
            session.drop();
        }
    }

    /** Another connection, on another node, speaks for the member now. */
    private void endReplaced(Occupant now) {
        var member = now.member();
        sessions.of(member.room(), member.id())
                .filter(session -> !now.connection().equals(Optional.of(session.id())))
                .ifPresent(
                        older -> {
                            older.unbind();
                            older.close();
                        });
    }
}
