package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.EventHandler;
import io.eyestalk.realtime.Session;
import io.eyestalk.room.Admission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a member back on this connection: the same sid, and never beside themselves. */
@Component
class ResumeHandler implements EventHandler<ResumeHandler.Resume> {
    private final Admission admission;
    private final Welcome welcome;

    ResumeHandler(Admission admission, Welcome welcome) {
        this.admission = admission;
        this.welcome = welcome;
    }

    /**
     * @param fresh whether the page was reloaded; not if left out
     */
    record Resume(String token, @Nullable Boolean fresh) {
        @Override
        public String toString() {
            return "Resume[***, " + fresh + "]";
        }
    }

    @Override
    public String event() {
        return "resume";
    }

    @Override
    public Ack handle(Session from, Resume wanted) {
        var fresh = Boolean.TRUE.equals(wanted.fresh);
        return welcome.answer(from, admission.resume(wanted.token, from.id(), fresh));
    }
}
