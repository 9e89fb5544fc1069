package io.eyestalk.room;

import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code room}. */
@Repository
class Rooms {
    private final JdbcClient jdbc;

    Rooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails with a duplicate key when the title is taken. */
    void insert(Room room, @Nullable String passwordHash, Instant expiresAt) {
        jdbc.sql(
                        """
                        insert into room (room_id, room_name, room_capacity, room_password,
                                          room_create_at, room_enter_user, room_expires_at)
                        values (:id, :name, :capacity, :password, :createdAt, 0, :expiresAt)
                        """)
                .param("id", room.id().value())
                .param("name", room.name().value())
                .param("capacity", room.capacity())
                .param("password", passwordHash)
                .param("createdAt", UtcTime.toColumn(room.createdAt()))
                .param("expiresAt", UtcTime.toColumn(expiresAt))
                .update();
    }

    Optional<StoredRoom> find(RoomRef ref) {
        return switch (ref) {
            case RoomRef.ById(var id) ->
                    one(
                            """
                            select room_id, room_name, room_capacity, room_password,
                                   room_create_at, room_enter_user
                            from room
                            where room_id = :key
                            """,
                            id.value());
            case RoomRef.ByName(var name) ->
                    one(
                            """
                            select room_id, room_name, room_capacity, room_password,
                                   room_create_at, room_enter_user
                            from room
                            where room_name = :key
                            """,
                            name.value());
        };
    }

    /** Reads the room and holds its row until the transaction ends. */
    Optional<StoredRoom> lock(RoomId id) {
        return one(
                """
                select room_id, room_name, room_capacity, room_password, room_create_at,
                       room_enter_user
                from room
                where room_id = :key
                for update
                """,
                id.value());
    }

    List<Room> newest(int page, int size) {
        return jdbc.sql(
                        """
                        select room_id, room_name, room_capacity, room_password, room_create_at,
                               room_enter_user
                        from room
                        order by room_create_at desc, room_id desc
                        limit :size offset :skipped
                        """)
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(Rooms::toRoom)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from room").query(Long.class).single();
    }

    List<Room> search(String text, int page, int size) {
        return jdbc.sql(
                        """
                        select room_id, room_name, room_capacity, room_password, room_create_at,
                               room_enter_user
                        from room
                        where locate(lower(:text), lower(room_name)) > 0
                        order by room_create_at desc, room_id desc
                        limit :size offset :skipped
                        """)
                .param("text", text)
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(Rooms::toRoom)
                .list();
    }

    long countMatches(String text) {
        return jdbc.sql(
                        """
                        select count(*)
                        from room
                        where locate(lower(:text), lower(room_name)) > 0
                        """)
                .param("text", text)
                .query(Long.class)
                .single();
    }

    Occupancy occupancy() {
        return jdbc.sql(
                        """
                        select count(*) as rooms, coalesce(sum(room_enter_user), 0) as members
                        from room
                        """)
                .query((row, number) -> new Occupancy(row.getLong("rooms"), row.getLong("members")))
                .single();
    }

    /** Counts the seats anew and returns the number. From now on the room has been entered. */
    int recount(RoomId id) {
        jdbc.sql(
                        """
                        update room
                        set room_enter_user =
                                (select count(*) from room_user where room_user.room_id = :id),
                            room_expires_at = null
                        where room_id = :id
                        """)
                .param("id", id.value())
                .update();
        return jdbc.sql("select room_enter_user from room where room_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void delete(RoomId id) {
        jdbc.sql("delete from room where room_id = :id").param("id", id.value()).update();
    }

    /** Rooms nobody entered in time. */
    List<RoomId> expiredBy(Instant now) {
        return jdbc.sql("select room_id from room where room_expires_at <= :now")
                .param("now", UtcTime.toColumn(now))
                .query((row, number) -> new RoomId(row.getString("room_id")))
                .list();
    }

    boolean isExpired(RoomId id, Instant now) {
        return jdbc.sql(
                                """
                                select count(*)
                                from room
                                where room_id = :id and room_expires_at <= :now
                                """)
                        .param("id", id.value())
                        .param("now", UtcTime.toColumn(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Gives rooms that nobody entered yet until the given time at least. */
    int extendUnentered(Instant until) {
        return jdbc.sql("update room set room_expires_at = :until where room_expires_at < :until")
                .param("until", UtcTime.toColumn(until))
                .update();
    }

    private Optional<StoredRoom> one(String sql, String key) {
        return jdbc.sql(sql).param("key", key).query(Rooms::toStored).optional();
    }

    private static StoredRoom toStored(ResultSet row, int rowNumber) throws SQLException {
        return new StoredRoom(toRoom(row, rowNumber), row.getString("room_password"));
    }

    private static Room toRoom(ResultSet row, int rowNumber) throws SQLException {
        return new Room(
                new RoomId(row.getString("room_id")),
                new RoomName(row.getString("room_name")),
                row.getInt("room_capacity"),
                row.getInt("room_enter_user"),
                UtcTime.required(row, "room_create_at"),
                row.getString("room_password") != null);
    }
}
