package io.eyestalk.realtime;

import io.eyestalk.shared.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All observers as one. There may be none. */
@Component
final class Observers {
    private final List<RealtimeObserver> observers;

    @Autowired
    Observers(ObjectProvider<RealtimeObserver> observers) {
        this(observers.orderedStream().toList());
    }

    Observers(List<RealtimeObserver> observers) {
        this.observers = observers;
    }

    void handling(String event, Duration waited) {
        for (var observer : observers) {
            observer.handling(event, waited);
        }
    }

    void answered(String event, Optional<ProblemCode> refusal, Duration took) {
        for (var observer : observers) {
            observer.answered(event, refusal, took);
        }
    }

    void relayed(Duration delay) {
        for (var observer : observers) {
            observer.relayed(delay);
        }
    }
}
