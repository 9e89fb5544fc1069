package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code room_user} by the node that looks after a seat. */
@Repository
class NodeSeats {
    /** Connections asked for in one statement. */
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final NodeId self;

    NodeSeats(JdbcClient jdbc, NodeId self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    /** This node's seats that are to be taken away now. */
    List<MemberId> dueBy(Instant now) {
        return jdbc.sql(
                        """
                        select sid
                        from room_user
                        where node_id = :self and gone_at <= :now
                        order by gone_at
                        """)
                .param("self", self.value())
                .param("now", UtcTime.toColumn(now))
                .query((row, number) -> new MemberId(row.getString("sid")))
                .list();
    }

    /** Keeps this node's seats until the given time at least. */
    int extend(Instant until) {
        return jdbc.sql(
                        """
                        update room_user
                        set gone_at = :until
                        where node_id = :self and gone_at < :until
                        """)
                .param("self", self.value())
                .param("until", UtcTime.toColumn(until))
                .update();
    }

    /** Makes all seats this node's, and their members away from now on. */
    int loseAll(Instant now, Instant goneAt) {
        return jdbc.sql(
                        """
                        update room_user
                        set away_since = :now, gone_at = :goneAt, gone_reason = 'LOST',
                            node_id = :self
                        """)
                .param("now", UtcTime.toColumn(now))
                .param("goneAt", UtcTime.toColumn(goneAt))
                .param("self", self.value())
                .update();
    }

    /** Rooms where that node has seats. */
    List<RoomId> roomsOf(NodeId node) {
        return jdbc.sql("select distinct room_id from room_user where node_id = :node")
                .param("node", node.value())
                .query((row, number) -> new RoomId(row.getString("room_id")))
                .list();
    }

    /** That node's seats in a room, in the order they were taken. */
    List<Seat> in(RoomId room, NodeId node) {
        return jdbc.sql(
                        """
                        select user_nickname, user_create_at, room_id, socket_id, sid, away_since,
                               gone_at, gone_reason
                        from room_user
                        where room_id = :room and node_id = :node
                        order by user_id
                        """)
                .param("room", room.value())
                .param("node", node.value())
                .query(Seats::toSeat)
                .list();
    }

    /** Everybody in a room, with who looks after their seats. */
    List<Attendance.Attendee> attending(RoomId room) {
        return jdbc.sql(
                        """
                        select user_nickname, user_create_at, room_id, socket_id, sid, away_since,
                               gone_at, gone_reason, node_id
                        from room_user
                        where room_id = :room
                        order by user_id
                        """)
                .param("room", room.value())
                .query(NodeSeats::toAttendee)
                .list();
    }

    private static Attendance.Attendee toAttendee(ResultSet row, int number) throws SQLException {
        var seat = Seats.toSeat(row, number);
        return new Attendance.Attendee(seat.member(), seat.connection(), row.getString("node_id"));
    }

    /**
     * Who looks after the seat of a connection.
     *
     * @param isSelf whether it is this node
     */
    record Keeper(RoomId room, boolean isSelf) {}

    /** Who looks after the seats of these connections, for those that have one. */
    Map<ConnectionId, Keeper> keepers(Collection<ConnectionId> connections) {
        var found = new HashMap<ConnectionId, Keeper>();
        var ids = connections.stream().map(ConnectionId::value).toList();
        for (var from = 0; from < ids.size(); from += BATCH) {
            find(ids.subList(from, Math.min(from + BATCH, ids.size())), found);
        }
        return found;
    }

    private void find(List<String> connections, Map<ConnectionId, Keeper> found) {
        jdbc.sql(
                        """
                        select socket_id, room_id, node_id
                        from room_user
                        where socket_id in (:connections)
                        """)
                .param("connections", connections)
                .query(
                        row -> {
                            var isSelf = self.value().equals(row.getString("node_id"));
                            found.put(
                                    new ConnectionId(row.getString("socket_id")),
                                    new Keeper(new RoomId(row.getString("room_id")), isSelf));
                        });
    }

    /** Makes a seat this node's. */
    void take(MemberId member) {
        jdbc.sql("update room_user set node_id = :self where sid = :sid")
                .param("self", self.value())
                .param("sid", member.value())
                .update();
    }
}
