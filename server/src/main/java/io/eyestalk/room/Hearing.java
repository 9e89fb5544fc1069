package io.eyestalk.room;

import io.eyestalk.shared.MemberId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code room_user_heard}: who says that they hear whom. Rows end with their members. */
@Repository
class Hearing {
    private final JdbcClient jdbc;

    Hearing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MemberId by, MemberId of) {
        try {
            jdbc.sql("insert into room_user_heard (of_sid, by_sid) values (:of, :by)")
                    .param("of", of.value())
                    .param("by", by.value())
                    .update();
        } catch (DuplicateKeyException known) {
            // Said before: the evidence stands already.
            return;
        }
    }

    void remove(MemberId by, MemberId of) {
        jdbc.sql("delete from room_user_heard where of_sid = :of and by_sid = :by")
                .param("of", of.value())
                .param("by", by.value())
                .update();
    }

    boolean isHeard(MemberId of) {
        return jdbc.sql("select count(*) from room_user_heard where of_sid = :of")
                        .param("of", of.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What this member said of others counts no more. */
    void forgetBy(MemberId by) {
        jdbc.sql("delete from room_user_heard where by_sid = :by").param("by", by.value()).update();
    }

    void forgetAll() {
        jdbc.sql("delete from room_user_heard").update();
    }
}
