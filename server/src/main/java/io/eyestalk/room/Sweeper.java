package io.eyestalk.room;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes away what nobody came back for: seats, rooms nobody entered, old tokens. */
@Component
class Sweeper {
    private final Rooms rooms;
    private final Seats seats;
    private final ResumeTokens tokens;
    private final Hearing hearing;
    private final SeatKeeper keeper;
    private final RoomTurns turns;
    private final Storage storage;
    private final RoomProperties properties;
    private final Clock clock;

    Sweeper(
            Rooms rooms,
            Seats seats,
            ResumeTokens tokens,
            Hearing hearing,
            SeatKeeper keeper,
            RoomTurns turns,
            Storage storage,
            RoomProperties properties,
            Clock clock) {
        this.rooms = rooms;
        this.seats = seats;
        this.tokens = tokens;
        this.hearing = hearing;
        this.keeper = keeper;
        this.turns = turns;
        this.storage = storage;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * After a start nobody is connected. The time of members and of rooms that wait for their first
     * one counts from now, since they could not come earlier.
     *
     * @return how many members are awaited
     */
    int adopt() {
        var now = clock.instant();
        hearing.forgetAll();
        rooms.extendUnentered(now.plus(properties.unenteredGrace()));
        return seats.loseAll(now, now.plus(properties.awayGrace()));
    }

    /** Takes away everything that is due now. */
    void sweep() {
        var now = clock.instant();
        storage.use(() -> seats.dueBy(now)).forEach(this::removeSeat);
        storage.use(() -> rooms.expiredBy(now)).forEach(this::removeRoom);
        storage.use(() -> tokens.purge(now));
    }

    private void removeSeat(MemberId id) {
        var found = storage.use(() -> seats.of(id));
        if (found.isEmpty()) {
            return;
        }
        turns.take(
                found.get().member().room(),
                (room, news) -> {
                    seats.of(id)
                            .filter(seat -> seat.isDue(clock.instant()))
                            .ifPresent(seat -> keeper.remove(room, seat, seat.reason(), news));
                    return true;
                });
    }

    private void removeRoom(RoomId id) {
        turns.take(
                id,
                (room, news) -> {
                    if (rooms.isExpired(id, clock.instant())) {
                        rooms.delete(id);
                        news.add(new RoomClosed(room, RoomClosed.Reason.NEVER_ENTERED));
                    }
                    return true;
                });
    }
}
