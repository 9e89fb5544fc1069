package io.eyestalk.stats;

import io.eyestalk.room.LiveNodes;
import io.eyestalk.room.RoomCatalog;
import io.eyestalk.room.Storage;
import io.eyestalk.stats.Overview.Now;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** The dashboard's numbers. */
@Service
@OnlyWithDashboard
class Numbers {
    private static final int HOURS = 24;

    private final RoomCatalog rooms;
    private final LiveNodes nodes;
    private final ActivityNumbers activity;
    private final ClientReports reports;
    private final Storage storage;
    private final Clock clock;

    Numbers(
            RoomCatalog rooms,
            LiveNodes nodes,
            ActivityNumbers activity,
            ClientReports reports,
            Storage storage,
            Clock clock) {
        this.rooms = rooms;
        this.nodes = nodes;
        this.activity = activity;
        this.reports = reports;
        this.storage = storage;
        this.clock = clock;
    }

    /** Everything at this moment; {@code today} began at midnight in that zone. */
    Overview overview(ZoneId zone) {
        var now = clock.instant();
        var hours = lastHours(now);
        var begin = hours.getFirst();
        var calls = new ReportNumbers(storage.use(() -> reports.since(begin)));
        return new Overview(
                now,
                now(),
                activity.roomsPerHour(begin, now),
                activity.today(now, zone),
                activity.messagesByRoom(begin),
                calls.joinTimes(hours),
                calls.paths(),
                calls.failures());
    }

    private Now now() {
        var occupancy = rooms.occupancy();
        return new Now(occupancy.rooms(), occupancy.members(), nodes.count());
    }

    /** The starts of the hours, this one the last. */
    private static List<Instant> lastHours(Instant now) {
        var last = now.truncatedTo(ChronoUnit.HOURS);
        return IntStream.rangeClosed(1 - HOURS, 0)
                .mapToObj(number -> last.plus(Duration.ofHours(number)))
                .toList();
    }
}
