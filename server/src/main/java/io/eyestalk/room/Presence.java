package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who is here, away or gone. Every call about a connection that has no seat changes nothing. */
@Service
public class Presence {
    private final Seats seats;
    private final Hearing hearing;
    private final RoomTurns turns;
    private final Storage storage;
    private final SweepAlarm alarm;
    private final RoomProperties properties;
    private final Clock clock;

    Presence(
            Seats seats,
            Hearing hearing,
            RoomTurns turns,
            Storage storage,
            SweepAlarm alarm,
            RoomProperties properties,
            Clock clock) {
        this.seats = seats;
        this.hearing = hearing;
        this.turns = turns;
        this.storage = storage;
        this.alarm = alarm;
        this.properties = properties;
        this.clock = clock;
    }

    /** A member who entered over REST turns out to have a live connection. */
    public void connected(ConnectionId connection) {
        change(
                connection,
                (room, seat, news) -> {
                    if (seat.ending() == Seat.Ending.UNSEEN) {
                        seats.connect(seat.member().id(), connection);
                    }
                });
    }

    /** The connection dropped: its member is away, and gone after a while. */
    public void disconnected(ConnectionId connection) {
        lose(connection, Duration.ZERO);
    }

    /** The connection gave no sign of life for a while: its member was away for some of it. */
    public void fellSilent(ConnectionId connection) {
        lose(connection, properties.silence());
    }

    private void lose(ConnectionId connection, Duration already) {
        change(
                connection,
                (room, seat, news) -> {
                    var lost = away(seat, clock.instant().minus(already));
                    seats.update(lost);
                    news.add(new MemberAway(room, lost.member(), connection));
                });
    }

    /** The page says that it closes: its member is gone very soon unless they resume. */
    public void closing(ConnectionId connection) {
        change(
                connection,
                (room, seat, news) -> {
                    var goneAt = clock.instant().plus(properties.closingGrace());
                    seats.update(seat.endingAt(earlier(seat.goneAt(), goneAt), Seat.Ending.CLOSED));
                });
    }

    /** What one member hears of another of the same room: evidence that someone away is there. */
    public void heard(MemberId by, MemberId of, boolean heard) {
        var listener = storage.use(() -> seats.of(by));
        if (listener.isEmpty() || by.equals(of)) {
            return;
        }
        turns.take(
                listener.get().member().room(),
                (room, news) -> {
                    seats.of(of)
                            .filter(seat -> seat.member().room().equals(room.id()))
                            .filter(seat -> seats.of(by).isPresent())
                            .ifPresent(seat -> weigh(seat, by, heard));
                    return true;
                });
        alarm.reset();
    }

    private void weigh(Seat seat, MemberId by, boolean heard) {
        var of = seat.member().id();
        if (heard) {
            hearing.add(by, of);
        } else {
            hearing.remove(by, of);
        }
        var since = seat.awaySince();
        if (since != null && seat.ending() == Seat.Ending.LOST) {
            seats.update(seat.endingAt(lostAt(seat, since), Seat.Ending.LOST));
        }
    }

    private Seat away(Seat seat, Instant now) {
        var goneAt = seat.goneAt();
        var since = seat.awayFrom(now);
        return seat.ending() == Seat.Ending.CLOSED && goneAt != null
                ? since
                : since.endingAt(lostAt(seat, now), Seat.Ending.LOST);
    }

    private Instant lostAt(Seat seat, Instant since) {
        return since.plus(properties.lostGrace(hearing.isHeard(seat.member().id())));
    }

    private static Instant earlier(@Nullable Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }

    /** Runs a step on the seat of this connection, if it still has that seat in its turn. */
    private void change(ConnectionId connection, RoomTurns.SeatStep step) {
        if (turns.take(() -> seats.of(connection), step)) {
            alarm.reset();
        }
    }
}
