package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.IdGenerator;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The steps of admission. Each runs inside a turn of the room, with the room's row locked. */
@Component
class SeatKeeper {
    private final Rooms rooms;
    private final Seats seats;
    private final ResumeTokens tokens;
    private final IdGenerator ids;
    private final RoomProperties properties;
    private final Clock clock;

    SeatKeeper(
            Rooms rooms,
            Seats seats,
            ResumeTokens tokens,
            IdGenerator ids,
            RoomProperties properties,
            Clock clock) {
        this.rooms = rooms;
        this.seats = seats;
        this.tokens = tokens;
        this.ids = ids;
        this.properties = properties;
        this.clock = clock;
    }

    /** Gives a seat to someone whose password was right. */
    Entry enter(Room room, EnterRequest request, News news) {
        var seated = seats.of(request.connection());
        if (seated.isPresent()) {
            return enterAgain(room, request.nickname(), seated.get());
        }
        return admit(room, request, news);
    }

    /** Brings a member to another connection, with a new seat if the old one is gone. */
    Entry resume(Room room, Resumption resumption, News news) {
        var member = resumption.known().member();
        requireUnseated(resumption.connection(), member);
        return seats.of(member)
                .map(seat -> takeOver(room, seat, resumption, news))
                .orElseGet(() -> readmit(room, resumption, news));
    }

    /** Takes a seat away, and the room with the last one. */
    void remove(Room room, Seat seat, MemberLeft.Reason reason, News news) {
        var member = seat.member();
        seats.delete(member.id());
        tokens.expire(member.id(), clock.instant().plus(properties.tokenGrace()));

        var left = room.withMembers(rooms.recount(room.id()));
        news.add(new MemberLeft(left, member, seat.connection(), reason));
        if (left.members() > 0) {
            news.add(new RoomChanged(left));
            return;
        }
        rooms.delete(room.id());
        news.add(new RoomClosed(left, RoomClosed.Reason.LAST_MEMBER_LEFT));
    }

    private Entry enterAgain(Room room, Nickname nickname, Seat seat) {
        var member = seat.member();
        if (!member.room().equals(room.id()) || !member.nickname().equals(nickname)) {
            throw inAnotherRoom();
        }
        var now = clock.instant();
        tokens.dropOlder(member.id(), now.minus(properties.tokenGrace()));
        var token = issueToken(member, now);
        return new Entry(room, member, others(room, member.id()), token, true, Optional.empty());
    }

    private Entry admit(Room room, EnterRequest request, News news) {
        requireFree(room, request.nickname());
        requireSeat(room);

        var member = newMember(room, new MemberId(ids.next()), request.nickname());
        var seat =
                request.via() == Via.SOCKET
                        ? new Seat(member.present(), request.connection(), null, null, null)
                        : unseen(member, request.connection());
        var token = issueToken(member, member.joinedAt());
        return sit(room, seat, token, request.via(), news);
    }

    private Entry takeOver(Room room, Seat seat, Resumption resumption, News news) {
        var connection = resumption.connection();
        seats.connect(seat.member().id(), connection);

        var member = seat.member().present();
        var others = others(room, member.id());
        news.add(new MemberReturned(room, member, resumption.fresh(), connection, others));
        var replaced = Optional.of(seat.connection()).filter(older -> !older.equals(connection));
        return new Entry(room, member, others, resumption.token(), true, replaced);
    }

    private Entry readmit(Room room, Resumption resumption, News news) {
        var known = resumption.known();
        requireFree(room, known.nickname());
        requireSeat(room);

        var member = newMember(room, known.member(), known.nickname()).present();
        tokens.renew(member.id());
        var seat = new Seat(member, resumption.connection(), null, null, null);
        return sit(room, seat, resumption.token(), Via.SOCKET, news);
    }

    private Entry sit(Room room, Seat seat, String token, Via via, News news) {
        var member = seat.member();
        try {
            seats.insert(seat);
        } catch (DuplicateKeyException raced) {
            // The row lock rules out everything but the same connection in another room.
            throw inAnotherRoom();
        }
        var full = room.withMembers(rooms.recount(room.id()));
        var others = others(full, member.id());
        news.add(new MemberJoined(full, member, seat.connection(), others, token, via));
        news.add(new RoomChanged(full));
        return new Entry(full, member, others, token, false, Optional.empty());
    }

    private String issueToken(Member member, Instant now) {
        var token = ids.next();
        tokens.issue(token, member, now);
        return token;
    }

    private void requireFree(Room room, Nickname nickname) {
        if (seats.isTaken(room.id(), nickname)) {
            throw new RejectedException(ProblemCode.INVALID_NICKNAME);
        }
    }

    private static void requireSeat(Room room) {
        if (room.isFull()) {
            throw new RejectedException(ProblemCode.FULL_CAPACITY);
        }
    }

    private void requireUnseated(ConnectionId connection, MemberId member) {
        var seated = seats.of(connection);
        if (seated.isPresent() && !seated.get().member().id().equals(member)) {
            throw inAnotherRoom();
        }
    }

    private static RejectedException inAnotherRoom() {
        return RejectedException.invalid("roomName", "leave the other room first");
    }

    private List<Member> others(Room room, MemberId self) {
        return seats.in(room.id()).stream().filter(member -> !member.id().equals(self)).toList();
    }

    private Member newMember(Room room, MemberId id, Nickname nickname) {
        return new Member(id, room.id(), nickname, clock.instant(), true);
    }

    private Seat unseen(Member member, ConnectionId connection) {
        var goneAt = member.joinedAt().plus(properties.unconnectedGrace());
        return new Seat(member, connection, member.joinedAt(), goneAt, Seat.Ending.UNSEEN);
    }
}
