package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.RoomId;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.function.Consumer;

/** Who is in a room as the database has it, for nodes that have to catch up. */
@Service
public class Attendance {
    private final Seats seats;
    private final RoomTurns turns;

    Attendance(Seats seats, RoomTurns turns) {
        this.seats = seats;
        this.turns = turns;
    }

    /** A member, and the connection that speaks for them; their last one if they are away. */
    public record Attendee(Member member, ConnectionId connection) {}

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
