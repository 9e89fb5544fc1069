package io.eyestalk.room;

import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, at most so many at once. A hash keeps a core busy and 19 MiB of memory, so it runs on
 * threads of its own: the virtual threads of all other requests share very few carriers.
 */
@Component
class PasswordHashing implements DisposableBean {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int MAX_WAITING = 512;

    // OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. As text it has 97 characters.
    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final ThreadPoolExecutor threads;

    PasswordHashing(RoomProperties properties) {
        var atOnce = properties.hashesAtOnce();
        this.threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        30,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MAX_WAITING),
                        Thread.ofPlatform().daemon().name("password-hash-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    String hash(String password) {
        return run(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /**
     * Compares on the calling thread, which has to be one of {@link #run}, in a time that does not
     * depend on how much of the password is right.
     */
    boolean matchesHere(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Runs something on a hashing thread when its turn has come, and waits for it. */
    <T> T run(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException full) {
            throw RejectedException.unavailable(
                    "Too many passwords are being checked.", RETRY_AFTER);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw RejectedException.unavailable("The server is stopping.", RETRY_AFTER);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RejectedException rejection) {
                throw rejection;
            }
            throw new IllegalStateException("hashing a password failed", failure.getCause());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
