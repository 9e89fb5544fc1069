package io.eyestalk.activity;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.cluster.MariaDbServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The same rules on MariaDB as on H2. */
class DatabaseSinkIT {
    @Test
    void keepsTheRulesOnMariaDb() throws IOException, SinkAwayException {
        assumeTrue(
                MariaDbServer.isInstalled(),
                "MariaDB is not installed: apt-get install mariadb-server-core mariadb-client-core");
        try (var server = MariaDbServer.start()) {
            new ActivityTable(server.database()).assertWritesADocumentOnce();
            new ActivityTable(server.database()).assertKeepsEveryField();
            new ActivityTable(server.database()).assertForgetsWhatIsOlderThanTheRetention();
        }
    }
}
