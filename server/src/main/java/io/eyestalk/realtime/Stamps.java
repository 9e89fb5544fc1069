package io.eyestalk.realtime;

import io.eyestalk.shared.NodeId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Says on every message between nodes who sent it and when. */
@Component
@InCluster
final class Stamps {
    private final RedisClock clock = new RedisClock();
    private final NodeId self;

    Stamps(NodeId self) {
        this.self = self;
    }

    RedisClock clock() {
        return clock;
    }

    Envelope seal(Envelope.Content content) {
        return new Envelope(self.value(), clock.now(), content);
    }

    boolean isOwn(Envelope envelope) {
        return envelope.node().equals(self.value());
    }

    /** How long it was under way; never negative, since clocks differ by a hair. */
    Duration age(Envelope envelope) {
        return Duration.of(Math.max(0, clock.now() - envelope.sentAt()), ChronoUnit.MICROS);
    }
}
