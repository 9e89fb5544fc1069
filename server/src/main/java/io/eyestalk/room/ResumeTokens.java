package io.eyestalk.room;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code resume_token}: the way back into a room, by hash. */
@Repository
class ResumeTokens {
    private final JdbcClient jdbc;

    ResumeTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a token that lives as long as the membership. */
    void issue(String token, Member member, Instant now) {
        jdbc.sql(
                        """
                        insert into resume_token (token_hash, sid, room_id, user_nickname, issued_at)
                        values (:hash, :sid, :room, :nickname, :now)
                        """)
                .param("hash", ResumeToken.hash(token))
                .param("sid", member.id().value())
                .param("room", member.room().value())
                .param("nickname", member.nickname().value())
                .param("now", UtcTime.toColumn(now))
                .update();
    }

    Optional<ResumeToken> find(String token, Instant now) {
        return jdbc.sql(
                        """
                        select sid, room_id, user_nickname
                        from resume_token
                        where token_hash = :hash and (expires_at is null or expires_at > :now)
                        """)
                .param("hash", ResumeToken.hash(token))
                .param("now", UtcTime.toColumn(now))
                .query(
                        (row, number) ->
                                new ResumeToken(
                                        new MemberId(row.getString("sid")),
                                        new RoomId(row.getString("room_id")),
                                        new Nickname(row.getString("user_nickname"))))
                .optional();
    }

    /** The membership ended: its tokens do so at the given time. */
    void expire(MemberId member, Instant at) {
        jdbc.sql("update resume_token set expires_at = :at where sid = :sid")
                .param("at", UtcTime.toColumn(at))
                .param("sid", member.value())
                .update();
    }

    /** The membership goes on: its tokens do so, too. */
    void renew(MemberId member) {
        jdbc.sql("update resume_token set expires_at = null where sid = :sid")
                .param("sid", member.value())
                .update();
    }

    /** Drops tokens of a member that newer ones have replaced for long. */
    void dropOlder(MemberId member, Instant issuedBefore) {
        jdbc.sql("delete from resume_token where sid = :sid and issued_at < :before")
                .param("sid", member.value())
                .param("before", UtcTime.toColumn(issuedBefore))
                .update();
    }

    int purge(Instant now) {
        return jdbc.sql("delete from resume_token where expires_at <= :now")
                .param("now", UtcTime.toColumn(now))
                .update();
    }
}
