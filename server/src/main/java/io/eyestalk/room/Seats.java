package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code room_user}: who has a seat, and until when. */
@Repository
class Seats {
    private final JdbcClient jdbc;
    private final NodeId self;

    Seats(JdbcClient jdbc, NodeId self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    /** A seat that this node looks after. */
    void insert(Seat seat) {
        var member = seat.member();
        jdbc.sql(
                        """
                        insert into room_user (user_nickname, user_create_at, room_id, socket_id,
                                               sid, away_since, gone_at, gone_reason, node_id)
                        values (:nickname, :joinedAt, :room, :connection,
                                :sid, :awaySince, :goneAt, :ending, :self)
                        """)
                .param("nickname", member.nickname().value())
                .param("joinedAt", UtcTime.toColumn(member.joinedAt()))
                .param("room", member.room().value())
                .param("connection", seat.connection().value())
                .param("sid", member.id().value())
                .param("awaySince", UtcTime.toColumnOrNull(seat.awaySince()))
                .param("goneAt", UtcTime.toColumnOrNull(seat.goneAt()))
                .param("ending", seat.ending() == null ? null : seat.ending().name())
                .param("self", self.value())
                .update();
    }

    /** The members of a room in the order they joined. */
    List<Member> in(RoomId room) {
        return jdbc
                .sql(
                        """
                        select user_nickname, user_create_at, room_id, socket_id, sid, away_since,
                               gone_at, gone_reason
                        from room_user
                        where room_id = :room
                        order by user_id
                        """)
                .param("room", room.value())
                .query(Seats::toSeat)
                .list()
                .stream()
                .map(Seat::member)
                .toList();
    }

    boolean isTaken(RoomId room, Nickname nickname) {
        return jdbc.sql(
                                """
                                select count(*)
                                from room_user
                                where room_id = :room and user_nickname = :nickname
                                """)
                        .param("room", room.value())
                        .param("nickname", nickname.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Seat> of(ConnectionId connection) {
        return one(
                """
                select user_nickname, user_create_at, room_id, socket_id, sid, away_since, gone_at,
                       gone_reason
                from room_user
                where socket_id = :key
                """,
                connection.value());
    }

    Optional<Seat> of(MemberId member) {
        return one(
                """
                select user_nickname, user_create_at, room_id, socket_id, sid, away_since, gone_at,
                       gone_reason
                from room_user
                where sid = :key
                """,
                member.value());
    }

    /** Gives the seat to a connection that is there, and into the care of this node. */
    void connect(MemberId member, ConnectionId connection) {
        jdbc.sql(
                        """
                        update room_user
                        set socket_id = :connection, away_since = null, gone_at = null,
                            gone_reason = null, node_id = :self
                        where sid = :sid
                        """)
                .param("connection", connection.value())
                .param("self", self.value())
                .param("sid", member.value())
                .update();
    }

    /** Changes the state of the connection, not the connection. */
    void update(Seat seat) {
        jdbc.sql(
                        """
                        update room_user
                        set away_since = :awaySince, gone_at = :goneAt, gone_reason = :ending
                        where sid = :sid
                        """)
                .param("awaySince", UtcTime.toColumnOrNull(seat.awaySince()))
                .param("goneAt", UtcTime.toColumnOrNull(seat.goneAt()))
                .param("ending", seat.ending() == null ? null : seat.ending().name())
                .param("sid", seat.member().id().value())
                .update();
    }

    void delete(MemberId member) {
        jdbc.sql("delete from room_user where sid = :sid").param("sid", member.value()).update();
    }

    private Optional<Seat> one(String sql, String key) {
        return jdbc.sql(sql).param("key", key).query(Seats::toSeat).optional();
    }

    static Seat toSeat(ResultSet row, int rowNumber) throws SQLException {
        var awaySince = UtcTime.optional(row, "away_since");
        var ending = row.getString("gone_reason");
        var member =
                new Member(
                        new MemberId(row.getString("sid")),
                        new RoomId(row.getString("room_id")),
                        new Nickname(row.getString("user_nickname")),
                        UtcTime.required(row, "user_create_at"),
                        awaySince != null);
        return new Seat(
                member,
                new ConnectionId(row.getString("socket_id")),
                awaySince,
                UtcTime.optional(row, "gone_at"),
                ending == null ? null : Seat.Ending.valueOf(ending));
    }
}
