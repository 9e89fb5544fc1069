package io.eyestalk.room;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Tells the sweeper that due times have changed. Never blocks, never touches the database. */
@Component
class SweepAlarm {
    private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

    SweepAlarm() {}

    /** Due times may have changed. */
    void reset() {
        listener.get().run();
    }

    void setListener(Runnable run) {
        listener.set(run);
    }
}
