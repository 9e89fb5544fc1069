package io.eyestalk.room;

import io.eyestalk.shared.NodeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When this node has to clear something away next, over all tables. */
@Repository
class DueTimes {
    private final JdbcClient jdbc;
    private final NodeId self;

    DueTimes(JdbcClient jdbc, NodeId self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    Optional<Instant> next() {
        return jdbc
                .sql(
                        """
                        select min(gone_at) as due from room_user where node_id = :self
                        union all select min(room_expires_at) from room
                        union all select min(expires_at) from resume_token
                        """)
                .param("self", self.value())
                .query(DueTimes::due)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    private static @Nullable Instant due(ResultSet row, int rowNumber) throws SQLException {
        return UtcTime.optional(row, "due");
    }
}
