package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.NoPayload;
import io.eyestalk.realtime.Session;
import io.eyestalk.room.Admission;
import org.springframework.stereotype.Component;

/** Gives the seat of this connection back at once. */
@Component
class LeaveRoomHandler implements EventHandler<NoPayload> {
    private final Admission admission;

    LeaveRoomHandler(Admission admission) {
        this.admission = admission;
    }

    @Override
    public String event() {
        return "leave-room";
    }

    @Override
    public Ack handle(Session from, NoPayload nothing) {
        from.seat();
        admission.leave(from.id());
        from.unbind();
        return Ack.done();
    }
}
