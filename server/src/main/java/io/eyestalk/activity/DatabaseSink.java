package io.eyestalk.activity;

import io.eyestalk.activity.ActivitySink.Written;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The table that the built-in dashboard reads. Always on. */
@Component
class DatabaseSink implements ActivitySink {
    private static final int DELETED_AT_ONCE = 1000;

    private final Activities activities;
    private final TransactionTemplate transaction;
    private final ActivityProperties properties;
    private final Clock clock;

    DatabaseSink(
            Activities activities,
            PlatformTransactionManager transactions,
            ActivityProperties properties,
            Clock clock) {
        this.activities = activities;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Written write(List<ActivityDocument> documents) throws SinkAwayException {
        try {
            insert(documents);
            return Written.ALL;
        } catch (DataIntegrityViolationException oneIsWrong) {
            return writeEach(documents);
        } catch (DataAccessException | TransactionException away) {
            throw away(away);
        }
    }

    /** In small steps, so that nobody who writes meanwhile has to wait for a long one. */
    @Override
    public void tidy() throws SinkAwayException {
        if (properties.keepsForEver()) {
            return;
        }
        var oldest = clock.instant().minus(properties.retention());
        try {
            var deleted = DELETED_AT_ONCE;
            while (deleted == DELETED_AT_ONCE) {
                deleted = activities.deleteBefore(oldest, DELETED_AT_ONCE);
            }
        } catch (DataAccessException away) {
            throw away(away);
        }
    }

    private Written writeEach(List<ActivityDocument> documents) throws SinkAwayException {
        var refused = new ArrayList<ActivityDocument>();
        for (var document : documents) {
            try {
                insert(List.of(document));
            } catch (DataIntegrityViolationException wrong) {
                refused.add(document);
            } catch (DataAccessException | TransactionException away) {
                throw away(away);
            }
        }
        return new Written(List.of(), refused);
    }

    private void insert(List<ActivityDocument> documents) {
        transaction.executeWithoutResult(_ -> activities.insert(documents));
    }

    /** Messages of databases quote values, so only the kind of failure is told. */
    private static SinkAwayException away(RuntimeException failure) {
        return new SinkAwayException(failure.getClass().getSimpleName());
    }
}
