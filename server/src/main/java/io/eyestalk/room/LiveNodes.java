package io.eyestalk.room;

import java.time.Clock;
import org.springframework.stereotype.Service;

/** The processes that serve the rooms. */
@Service
public class LiveNodes {
    private final Nodes nodes;
    private final Storage storage;
    private final Clock clock;

    LiveNodes(Nodes nodes, Storage storage, Clock clock) {
        this.nodes = nodes;
        this.storage = storage;
        this.clock = clock;
    }

    /** How many there are now; this one counts also where it is alone and needs no lease. */
    public long count() {
        return Math.max(1, storage.use(() -> nodes.countAlive(clock.instant())));
    }
}
