package io.eyestalk.room;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.eyestalk.shared.NodeId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A node's own row of the table {@code node}, over a connection of its own: nobody's burst of
 * entries may end a lease. Made only where there are other nodes.
 */
@Lazy
@Repository
class Leases implements AutoCloseable {
    /** Of a statement, of a connection that is made, and of an answer that does not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HikariDataSource pool;
    private final JdbcClient jdbc;

    /** Opens a connection of its own to the database of that pool. */
    Leases(DataSource source) throws SQLException {
        pool = new HikariDataSource(like(source.unwrap(HikariDataSource.class)));
        var template = new JdbcTemplate(pool);
        template.setQueryTimeout(Math.toIntExact(PATIENCE.toSeconds()));
        jdbc = JdbcClient.create(template);
    }

    /** What time it is there. */
    Instant now() {
        return jdbc.sql("select utc_timestamp(6) as now")
                .query((row, number) -> UtcTime.required(row, "now"))
                .single();
    }

    /** Renews a lease; false, and without effect, when it had ended. */
    boolean renew(NodeId node, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                update node
                                set lease_until = :until
                                where node_id = :node and lease_until > :now
                                """)
                        .param("until", UtcTime.toColumn(until))
                        .param("node", node.value())
                        .param("now", UtcTime.toColumn(now))
                        .update()
                > 0;
    }

    /** Gives a node its first lease, or one after another that ended. */
    void grant(NodeId node, Instant now, Instant until) {
        jdbc.sql(
                        """
                        insert into node (node_id, node_name, started_at, lease_until)
                        values (:node, :name, :now, :until)
                        on duplicate key update lease_until = :until
                        """)
                .param("node", node.value())
                .param("name", node.name())
                .param("now", UtcTime.toColumn(now))
                .param("until", UtcTime.toColumn(until))
                .update();
    }

    /** Ends a lease, so that others look after the seats at once. */
    void giveBack(NodeId node, Instant now) {
        jdbc.sql("update node set lease_until = :now where node_id = :node")
                .param("now", UtcTime.toColumn(now))
                .param("node", node.value())
                .update();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariConfig like(HikariConfig pool) {
        var own = new HikariConfig();
        pool.copyStateTo(own);
        own.setPoolName("lease");
        own.setMaximumPoolSize(1);
        own.setMinimumIdle(1);
        own.setConnectionTimeout(PATIENCE.toMillis());
        own.setValidationTimeout(PATIENCE.dividedBy(2).toMillis());
        own.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toMillis()));
        // later than the limit of a statement, which the database answers in words
        own.addDataSourceProperty(
                "socketTimeout", Long.toString(PATIENCE.plusSeconds(1).toMillis()));
        return own;
    }
}
