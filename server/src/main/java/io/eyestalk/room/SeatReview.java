package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.RoomId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Compares the connections of this node with the seats, when others may have changed them. */
@Service
public class SeatReview {
    private final Seats seats;
    private final NodeSeats nodeSeats;
    private final RoomTurns turns;
    private final Storage storage;

    SeatReview(Seats seats, NodeSeats nodeSeats, RoomTurns turns, Storage storage) {
        this.seats = seats;
        this.nodeSeats = nodeSeats;
        this.turns = turns;
        this.storage = storage;
    }

    /**
     * What became of connections that had a seat.
     *
     * @param returned their members were taken for away, and are back now
     * @param unseated their members are gone, or on another connection
     */
    public record Findings(Set<ConnectionId> returned, Set<ConnectionId> unseated) {
        public Findings {
            returned = Set.copyOf(returned);
            unseated = Set.copyOf(unseated);
        }
    }

    /**
     * Takes back the seats of these connections that others took over.
     *
     * @param connected connections of this node that had seats when the call began
     * @throws io.eyestalk.shared.RejectedException {@code SERVICE_UNAVAILABLE}
     */
    public Findings review(Collection<ConnectionId> connected) {
        var kept = storage.use(() -> nodeSeats.keepers(connected));
        var unseated = new HashSet<>(connected);
        unseated.removeAll(kept.keySet());
        var returned = new HashSet<ConnectionId>();
        kept.forEach(
                (connection, keeper) -> {
                    if (!keeper.isSelf() && takeBack(connection, keeper.room())) {
                        returned.add(connection);
                    }
                });
        return new Findings(returned, unseated);
    }

    private boolean takeBack(ConnectionId connection, RoomId id) {
        return turns.take(
                        id,
                        (room, news) -> {
                            var seat = seats.of(connection);
                            seat.ifPresent(found -> takeBack(room, found, news));
                            return seat.isPresent();
                        })
                .orElse(false);
    }

    private void takeBack(Room room, Seat seat, News news) {
        var connection = seat.connection();
        seats.connect(seat.member().id(), connection);
        var member = seat.member().present();
        var others =
                seats.in(room.id()).stream()
                        .filter(other -> !other.id().equals(member.id()))
                        .toList();
        news.add(new MemberReturned(room, member, false, connection, others));
    }
}
