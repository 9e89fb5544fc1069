package io.eyestalk.stats;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ActivityCountsTest {
    private final ActivityRules rules =
            new ActivityRules(
                    new DriverManagerDataSource(
                            "jdbc:h2:mem:"
                                    + UUID.randomUUID()
                                    + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
                                    + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE"));

    @Test
    void countsRoomsByTheHourFromAnyMinuteOn() {
        rules.assertCountsRoomsByTheHourFromAnyMinuteOn();
    }

    @Test
    void countsAPersonOnce() {
        rules.assertCountsAPersonOnce();
    }

    @Test
    void namesTheRoomsInWhichMostWasSaid() {
        rules.assertNamesTheRoomsInWhichMostWasSaid();
    }

    @Test
    void tellsTheMessagesOfARoomNewestFirst() {
        rules.assertTellsTheMessagesOfARoomNewestFirst();
    }
}
