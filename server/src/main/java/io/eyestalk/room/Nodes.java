package io.eyestalk.room;

import io.eyestalk.shared.NodeId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code node}, as the other nodes see it. */
@Repository
class Nodes {
    private final JdbcClient jdbc;
    private final NodeId self;

    Nodes(JdbcClient jdbc, NodeId self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    /** Other nodes that have seats although their lease has ended or they never had one. */
    List<NodeId> deadWithSeats(Instant now) {
        return jdbc.sql(
                        """
                        select seats.node_id, coalesce(node.node_name, 'unknown') as node_name
                        from (select distinct node_id from room_user) seats
                             left join node on node.node_id = seats.node_id
                        where seats.node_id <> :self
                          and (node.lease_until is null or node.lease_until <= :now)
                        """)
                .param("self", self.value())
                .param("now", UtcTime.toColumn(now))
                .query(
                        (row, number) ->
                                new NodeId(row.getString("node_id"), row.getString("node_name")))
                .list();
    }

    /**
     * Whether the lease has ended. If so, the node waits with its return until the transaction
     * ends, and then sees what was done.
     */
    boolean isDead(NodeId node, Instant now) {
        return jdbc.sql("select lease_until from node where node_id = :node for update")
                .param("node", node.value())
                .query((row, number) -> UtcTime.required(row, "lease_until"))
                .optional()
                .map(until -> !until.isAfter(now))
                .orElse(true);
    }

    long countAlive(Instant now) {
        return jdbc.sql("select count(*) from node where lease_until > :now")
                .param("now", UtcTime.toColumn(now))
                .query(Long.class)
                .single();
    }

    /** Forgets nodes that nothing refers to, and whose lease ended before the given time. */
    int purge(Instant before) {
        return jdbc.sql(
                        """
                        delete from node
                        where lease_until < :before
                          and not exists (select sid from room_user
                                          where room_user.node_id = node.node_id)
                        """)
                .param("before", UtcTime.toColumn(before))
                .update();
    }
}
