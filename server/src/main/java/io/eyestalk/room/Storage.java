package io.eyestalk.room;

import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Turns "the database is away" into an answer. Other failures of the database are bugs. */
@Component
public class Storage {
    private static final Logger log = LoggerFactory.getLogger(Storage.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    Storage() {}

    /**
     * Runs something that uses the database: one statement or one transaction, with all that it
     * collects, since it runs again when others locked it out.
     *
     * @throws RejectedException {@code SERVICE_UNAVAILABLE} when the database cannot be reached or
     *     is too busy; nothing was changed then
     */
    public <T> T use(Supplier<T> work) {
        try {
            return insist(work);
        } catch (CannotCreateTransactionException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException
                | TransientDataAccessException
                | TransactionSystemException away) {
            log.warn("event=database-away cause={}", away.getMessage());
            throw RejectedException.unavailable(
                    "The database cannot be reached. Nothing was changed.", RETRY_AFTER);
        }
    }

    /** A deadlock has undone the loser's transaction, so it may go next, and need not be told. */
    private static <T> T insist(Supplier<T> work) {
        var begun = System.nanoTime();
        for (var tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (PessimisticLockingFailureException lockedOut) {
                var cause = lockedOut.getMostSpecificCause().getMessage();
                log.info("event=locked-out try={} cause={}", tries, cause);
                if (tries == TRIES || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw lockedOut;
                }
            }
        }
    }
}
