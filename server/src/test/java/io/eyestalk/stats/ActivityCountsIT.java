package io.eyestalk.stats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.cluster.MariaDbServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The same numbers on MariaDB as on H2. */
class ActivityCountsIT {
    @Test
    void keepsTheRulesOnMariaDb() throws IOException {
        assumeTrue(
                MariaDbServer.isInstalled(),
                "MariaDB is not installed: apt-get install mariadb-server-core mariadb-client-core");
        try (var server = MariaDbServer.start()) {
            new ActivityRules(server.database()).assertCountsRoomsByTheHourFromAnyMinuteOn();
            new ActivityRules(server.database()).assertCountsAPersonOnce();
            new ActivityRules(server.database()).assertNamesTheRoomsInWhichMostWasSaid();
            new ActivityRules(server.database()).assertTellsTheMessagesOfARoomNewestFirst();
        }
    }
}
