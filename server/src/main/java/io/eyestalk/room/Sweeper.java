package io.eyestalk.room;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes away what nobody came back for: seats, rooms nobody entered, old tokens. */
@Component
class Sweeper {
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Rooms rooms;
    private final Seats seats;
    private final NodeSeats nodeSeats;
    private final ResumeTokens tokens;
    private final Hearing hearing;
    private final SeatKeeper keeper;
    private final RoomTurns turns;
    private final Storage storage;
    private final Takeover takeover;
    private final Lease lease;
    private final ApplicationEventPublisher publisher;
    private final RoomProperties properties;
    private final Clock clock;

    Sweeper(
            Rooms rooms,
            Seats seats,
            NodeSeats nodeSeats,
            ResumeTokens tokens,
            Hearing hearing,
            SeatKeeper keeper,
            RoomTurns turns,
            Storage storage,
            Takeover takeover,
            Lease lease,
            ApplicationEventPublisher publisher,
            RoomProperties properties,
            Clock clock) {
        this.rooms = rooms;
        this.seats = seats;
        this.nodeSeats = nodeSeats;
        this.tokens = tokens;
        this.hearing = hearing;
        this.keeper = keeper;
        this.turns = turns;
        this.storage = storage;
        this.takeover = takeover;
        this.lease = lease;
        this.publisher = publisher;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * After a start nobody is connected. Where no other node can be, that is true for all members:
     * their time counts from now, since they could not come earlier.
     */
    void begin() {
        if (!lease.isSole()) {
            return;
        }
        var now = clock.instant();
        hearing.forgetAll();
        rooms.extendUnentered(now.plus(properties.unenteredGrace()));
        var awaited = nodeSeats.loseAll(now, now.plus(properties.awayGrace()));
        if (awaited > 0) {
            log.info("event=members-awaited count={}", awaited);
        }
    }

    /** Takes away what is due now and this node's to take, and looks for nodes that died. */
    void sweep() {
        if (!lease.isHeld()) {
            return;
        }
        if (lease.wasInterrupted()) {
            makeUpForInterruption();
            lease.settle();
        }
        var now = clock.instant();
        storage.use(() -> nodeSeats.dueBy(now)).forEach(this::removeSeat);
        storage.use(() -> rooms.expiredBy(now)).forEach(this::removeRoom);
        storage.use(() -> tokens.purge(now));
        takeover.run();
    }

    /** Nobody could come back while the database was away, so their time counts from now. */
    private void makeUpForInterruption() {
        var now = clock.instant();
        storage.use(() -> nodeSeats.extend(now.plus(properties.awayGrace())));
        storage.use(() -> rooms.extendUnentered(now.plus(properties.unenteredGrace())));
        publisher.publishEvent(new LeaseInterrupted());
    }

    private void removeSeat(MemberId id) {
        turns.take(
                () -> seats.of(id).filter(seat -> seat.isDue(clock.instant())),
                (room, seat, news) -> keeper.remove(room, seat, seat.reason(), news));
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
