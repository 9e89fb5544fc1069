package io.eyestalk.room;

import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
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

    Storage() {}

    /**
     * Runs something that uses the database.
     *
     * @throws RejectedException {@code SERVICE_UNAVAILABLE} when the database cannot be reached or
     *     is too busy; nothing was changed then
     */
    public <T> T use(Supplier<T> work) {
        try {
            return work.get();
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
}
