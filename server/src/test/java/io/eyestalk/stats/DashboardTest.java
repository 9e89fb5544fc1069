package io.eyestalk.stats;

import io.eyestalk.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A test against a server with the dashboard on: operator "olga", password "correct horse battery".
 * Each test may come from an address of its own, which the trusted proxy 127.0.0.1 tells.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(
        properties = {
            "eyestalk.dashboard.username=olga",
            "eyestalk.dashboard.password-hash=" + DashboardTest.HASH,
            "eyestalk.edge.trusted-proxies=127.0.0.1",
            "eyestalk.limits.logins=4",
            "eyestalk.limits.logins-of-user=40",
            "eyestalk.limits.reports-per-minute=5"
        })
@interface DashboardTest {
    String PASSWORD = "correct horse battery";
    String HASH = "{bcrypt}$2a$04$pBIdMt5SXui4unQlb/dX2OjYkb1Nok5ZZn5mMxtcuw9RxAHhT5znS";
}
