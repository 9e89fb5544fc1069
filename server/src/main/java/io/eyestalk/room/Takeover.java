package io.eyestalk.room;

import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RoomId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks after the seats of nodes that died: their members are away from now on and have the usual
 * time to come back, on whichever node.
 */
@Component
class Takeover {
    private static final Logger log = LoggerFactory.getLogger(Takeover.class);

    /** Rows of the dead are kept that long, for people who look at the table. */
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Nodes nodes;
    private final NodeSeats nodeSeats;
    private final Seats seats;
    private final Hearing hearing;
    private final RoomTurns turns;
    private final Storage storage;
    private final Lease lease;
    private final NodeId self;
    private final RoomProperties properties;
    private final Clock clock;

    Takeover(
            Nodes nodes,
            NodeSeats nodeSeats,
            Seats seats,
            Hearing hearing,
            RoomTurns turns,
            Storage storage,
            Lease lease,
            NodeId self,
            RoomProperties properties,
            Clock clock) {
        this.nodes = nodes;
        this.nodeSeats = nodeSeats;
        this.seats = seats;
        this.hearing = hearing;
        this.turns = turns;
        this.storage = storage;
        this.lease = lease;
        this.self = self;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes over what the dead have left, as far as this node may judge who is dead. */
    void run() {
        if (!lease.mayJudge()) {
            return;
        }
        var now = clock.instant();
        for (var dead : storage.use(() -> nodes.deadWithSeats(now))) {
            takeOver(dead);
        }
        storage.use(() -> nodes.purge(now.minus(MEMORY)));
    }

    private void takeOver(NodeId dead) {
        var taken = 0;
        for (var room : inOwnOrder(storage.use(() -> nodeSeats.roomsOf(dead)))) {
            if (!lease.mayJudge()) {
                break;
            }
            taken += turns.take(room, (locked, news) -> takeOver(dead, locked, news)).orElse(0);
        }
        if (taken > 0) {
            log.info("event=seats-taken-over from={} count={}", dead, taken);
        }
    }

    /** Survivors that begin at the same moment should not wait for each other at every room. */
    private List<RoomId> inOwnOrder(List<RoomId> rooms) {
        return rooms.stream()
                .sorted(Comparator.comparingInt(room -> (self.value() + room.value()).hashCode()))
                .toList();
    }

    private int takeOver(NodeId dead, Room room, News news) {
        var now = clock.instant();
        if (!nodes.isDead(dead, now)) {
            return 0;
        }
        var left = nodeSeats.in(room.id(), dead);
        // what the dead node's members heard may have ended with it; they can say so again
        left.forEach(seat -> hearing.forgetBy(seat.member().id()));
        left.forEach(seat -> take(room, seat, now, news));
        return left.size();
    }

    private void take(Room room, Seat seat, Instant now, News news) {
        nodeSeats.take(seat.member().id());
        if (seat.ending() == Seat.Ending.UNSEEN) {
            return;
        }
        var grace = properties.lostGrace(hearing.isHeard(seat.member().id()));
        var away = seat.awayFrom(now).endingAt(now.plus(grace), Seat.Ending.LOST);
        seats.update(away);
        if (!seat.member().away()) {
            news.add(new MemberAway(room, away.member(), seat.connection()));
        }
    }
}
