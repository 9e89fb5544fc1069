package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives and takes seats. Each call is one atomic step. */
@Service
public class Admission {
    private static final int TRIES = 3;

    private final Rooms rooms;
    private final Seats seats;
    private final ResumeTokens tokens;
    private final Passwords passwords;
    private final RateLimits limits;
    private final SeatKeeper keeper;
    private final RoomTurns turns;
    private final Storage storage;
    private final SweepAlarm alarm;
    private final Clock clock;

    Admission(
            Rooms rooms,
            Seats seats,
            ResumeTokens tokens,
            Passwords passwords,
            RateLimits limits,
            SeatKeeper keeper,
            RoomTurns turns,
            Storage storage,
            SweepAlarm alarm,
            Clock clock) {
        this.rooms = rooms;
        this.seats = seats;
        this.tokens = tokens;
        this.passwords = passwords;
        this.limits = limits;
        this.keeper = keeper;
        this.turns = turns;
        this.storage = storage;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * Gives a seat. The same connection, room and nickname again is answered as the first time.
     *
     * @throws RejectedException in this order: {@code RATE_LIMITED}, {@code ROOM_IS_EMPTY}, {@code
     *     INVALID_PASSWORD}, {@code INVALID_NICKNAME}, {@code FULL_CAPACITY}; {@code
     *     VALIDATION_FAILED} when the connection is in another room
     */
    public Entry enter(EnterRequest request) {
        limits.take(Limit.ENTER_ROOM, request.from().value());
        for (var tries = 0; tries < TRIES; tries++) {
            var room = existing(request.room());
            if (!isSeated(request, room.room())) {
                // Outside of the lock: a hash takes long, and others want to enter meanwhile.
                passwords.require(room, request.password(), request.from());
            }
            var entry =
                    turns.take(
                            room.room().id(),
                            (locked, news) -> keeper.enter(locked, request, news));
            if (entry.isPresent()) {
                alarm.reset();
                return entry.get();
            }
            // The room ended meanwhile; another one may have its title now.
        }
        throw new RejectedException(ProblemCode.ROOM_IS_EMPTY);
    }

    /**
     * Brings the member of this token to another connection. Someone who is gone gets the seat back
     * without a password if there is one.
     *
     * @param fresh whether the page was reloaded
     * @throws RejectedException {@code MEMBER_NOT_FOUND} (unknown or old token), {@code
     *     ROOM_IS_EMPTY}, {@code INVALID_NICKNAME}, {@code FULL_CAPACITY}
     */
    public Entry resume(String token, ConnectionId connection, boolean fresh) {
        var known =
                storage.use(() -> tokens.find(token, clock.instant()))
                        .orElseThrow(() -> new RejectedException(ProblemCode.MEMBER_NOT_FOUND));
        var resumption = new Resumption(known, token, connection, fresh);
        return turns.take(known.room(), (room, news) -> keeper.resume(room, resumption, news))
                .orElseThrow(() -> new RejectedException(ProblemCode.ROOM_IS_EMPTY));
    }

    /**
     * Whether somebody could enter now, checked in the order nickname, capacity, password.
     *
     * @throws RejectedException {@code ROOM_IS_EMPTY}, {@code RATE_LIMITED} or the first reason why
     *     not
     */
    public void check(
            RoomRef ref, Nickname nickname, @Nullable String password, ClientAddress from) {
        limits.take(Limit.ENTER_ROOM, from.value());
        var room = existing(ref);
        if (storage.use(() -> seats.isTaken(room.room().id(), nickname))) {
            throw new RejectedException(ProblemCode.INVALID_NICKNAME);
        }
        if (room.room().isFull()) {
            throw new RejectedException(ProblemCode.FULL_CAPACITY);
        }
        passwords.require(room, password, from);
    }

    /** Takes the seat of this connection; false when it has none. */
    public boolean leave(ConnectionId connection) {
        return seatOf(connection)
                .map(seat -> leave(seat.member().id(), MemberLeft.Reason.LEFT))
                .orElse(false);
    }

    /** Takes the seat of this member; false when they have none. */
    public boolean leave(MemberId member, MemberLeft.Reason reason) {
        return turns.take(
                () -> seats.of(member),
                (room, seat, news) -> keeper.remove(room, seat, reason, news));
    }

    /** The seat of this connection. */
    public Optional<Membership> of(ConnectionId connection) {
        return seatOf(connection)
                .flatMap(
                        seat ->
                                storage.use(() -> rooms.find(RoomRef.byId(seat.member().room())))
                                        .map(room -> new Membership(room.room(), seat.member())));
    }

    private StoredRoom existing(RoomRef ref) {
        return storage.use(() -> rooms.find(ref))
                .orElseThrow(() -> new RejectedException(ProblemCode.ROOM_IS_EMPTY));
    }

    private boolean isSeated(EnterRequest request, Room room) {
        return seatOf(request.connection())
                .map(Seat::member)
                .filter(member -> member.room().equals(room.id()))
                .filter(member -> member.nickname().equals(request.nickname()))
                .isPresent();
    }

    private Optional<Seat> seatOf(ConnectionId connection) {
        return storage.use(() -> seats.of(connection));
    }
}
