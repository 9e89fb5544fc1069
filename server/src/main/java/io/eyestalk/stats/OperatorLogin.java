package io.eyestalk.stats;

import io.eyestalk.room.Storage;
import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.IdGenerator;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.stats.LoginRequest.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Lets operators in and out. Sessions hold on every node and over restarts. */
@Service
@OnlyWithDashboard
class OperatorLogin {
    private static final Logger log = LoggerFactory.getLogger(OperatorLogin.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DashboardProperties properties;
    private final OperatorSessions sessions;
    private final Storage storage;
    private final RateLimits limits;
    private final IdGenerator ids;
    private final Clock clock;
    private final SessionSeal seal;

    /** One hash at a time: it keeps a core busy, and calls need the cores more than logins. */
    private final Semaphore turn = new Semaphore(1, true);

    OperatorLogin(
            DashboardProperties properties,
            OperatorSessions sessions,
            Storage storage,
            RateLimits limits,
            IdGenerator ids,
            Clock clock) {
        this.properties = properties;
        this.sessions = sessions;
        this.storage = storage;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.seal = new SessionSeal(properties);
    }

    /**
     * Opens a session and returns its secret token. Every attempt counts before it is looked at, so
     * that attempts at the same time do not slip through together; an unknown user takes as long as
     * a wrong password.
     *
     * @throws RejectedException {@code RATE_LIMITED} after too many attempts from that address or
     *     for that user, even with the right password; {@code INVALID_PASSWORD}
     */
    String logIn(Credentials credentials, ClientAddress from) {
        limits.take(Limit.LOGIN, from.value());
        limits.take(Limit.LOGIN_OF_USER, credentials.username());
        if (!areRight(credentials)) {
            log.warn("event=operator-login-refused from={}", from);
            throw new RejectedException(
                    ProblemCode.INVALID_PASSWORD, "The user name or the password is not right.");
        }
        log.info("event=operator-login from={}", from);
        var token = ids.next();
        var now = clock.instant();
        storage.use(
                () -> {
                    sessions.deleteExpired(now);
                    sessions.insert(seal.of(token), now.plus(properties.sessionLifetime()));
                    return token;
                });
        return token;
    }

    /** Whether that token opens a session now. */
    boolean isOpen(String token) {
        return storage.use(() -> sessions.isOpen(seal.of(token), clock.instant()));
    }

    /** Ends the session of that token, if there is one. */
    void logOut(String token) {
        storage.use(() -> sessions.delete(seal.of(token)));
    }

    private boolean areRight(Credentials credentials) {
        var password = Normalizer.normalize(credentials.password(), Normalizer.Form.NFC);
        var isPassword = inTurn(password);
        var isUser = isSame(properties.username(), credentials.username());
        return isPassword && isUser;
    }

    private boolean inTurn(String password) {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RejectedException.unavailable("Too many logins are being checked.", PATIENCE);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw RejectedException.unavailable("The server is stopping.", PATIENCE);
        }
        try {
            return properties.passwordHash().matches(password);
        } finally {
            turn.release();
        }
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
