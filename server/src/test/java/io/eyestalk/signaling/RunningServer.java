package io.eyestalk.signaling;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application on a free port with a database in memory, one for all tests that ask. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            RunningServer.DATABASE,
            "eyestalk.limits.entries-per-minute=100000",
            "eyestalk.limits.rooms-per-minute=100000",
            "eyestalk.realtime.allowed-origins=https://friend.example.org",
            "eyestalk.turn.stun=stun:stun.example.org:3478",
            "eyestalk.turn.secret=for tests",
            "eyestalk.turn.servers[0].urls=turn:turn.example.org:3478?transport=udp"
        })
@interface RunningServer {
    String DATABASE =
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=MariaDB"
                    + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                    + ";DB_CLOSE_DELAY=-1";
}
