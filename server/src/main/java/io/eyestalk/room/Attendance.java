package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.RoomId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Who is in a room as the database has it, for nodes that have to catch up. */
@Service
public class Attendance {
    private final NodeSeats seats;
    private final RoomTurns turns;

    Attendance(NodeSeats seats, RoomTurns turns) {
        this.seats = seats;
        this.turns = turns;
    }

    /**
     * A member, and the connection that speaks for them; their last one if they are away.
     *
     * @param node value of the id of the node that has this connection, or looks after the seat
     */
    public record Attendee(Member member, ConnectionId connection, String node) {}

    /**
     * Reads who is in a room and lets it be used in that room's turn: nothing that this node
     * changes there, and none of its news, comes in between.
     *
     * @throws io.eyestalk.shared.RejectedException SERVICE_UNAVAILABLE
     */
    public void read(RoomId room, Consumer<List<Attendee>> use) {
        turns.read(room, () -> seats.attending(room), use);
    }
}
