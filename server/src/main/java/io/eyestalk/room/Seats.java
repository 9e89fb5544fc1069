package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code room_user}: who has a seat, and until when. */
@Repository
class Seats {
    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Seat seat) {
        var member = seat.member();
        jdbc.sql(
                        """
                        insert into room_user (user_nickname, user_create_at, room_id, socket_id,
                                               sid, away_since, gone_at, gone_reason)
                        values (:nickname, :joinedAt, :room, :connection,
                                :sid, :awaySince, :goneAt, :ending)
                        """)
                .param("nickname", member.nickname().value())
                .param("joinedAt", UtcTime.toColumn(member.joinedAt()))
                .param("room", member.room().value())
                .param("connection", seat.connection().value())
                .param("sid", member.id().value())
                .param("awaySince", UtcTime.toColumnOrNull(seat.awaySince()))
                .param("goneAt", UtcTime.toColumnOrNull(seat.goneAt()))
                .param("ending", seat.ending() == null ? null : seat.ending().name())
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
        return jdbc.sql(
                        """
                        select user_nickname, user_create_at, room_id, socket_id, sid, away_since,
                               gone_at, gone_reason
                        from room_user
                        where socket_id = :connection
                        """)
                .param("connection", connection.value())
                .query(Seats::toSeat)
                .optional();
    }

    Optional<Seat> of(MemberId member) {
        return jdbc.sql(
                        """
                        select user_nickname, user_create_at, room_id, socket_id, sid, away_since,
                               gone_at, gone_reason
                        from room_user
                        where sid = :sid
                        """)
                .param("sid", member.value())
                .query(Seats::toSeat)
                .optional();
    }

    /** Gives the seat to a connection that is there. */
    void connect(MemberId member, ConnectionId connection) {
        jdbc.sql(
                        """
                        update room_user
                        set socket_id = :connection, away_since = null, gone_at = null,
                            gone_reason = null
                        where sid = :sid
                        """)
                .param("connection", connection.value())
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

    List<MemberId> dueBy(Instant now) {
        return jdbc.sql("select sid from room_user where gone_at <= :now order by gone_at")
                .param("now", UtcTime.toColumn(now))
                .query((row, number) -> new MemberId(row.getString("sid")))
                .list();
    }

    /** After a restart nobody is connected: all are away from now on. */
    int loseAll(Instant now, Instant goneAt) {
        return jdbc.sql(
                        """
                        update room_user
                        set away_since = :now, gone_at = :goneAt, gone_reason = 'LOST'
                        """)
                .param("now", UtcTime.toColumn(now))
                .param("goneAt", UtcTime.toColumn(goneAt))
                .update();
    }

    private static Seat toSeat(ResultSet row, int rowNumber) throws SQLException {
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
