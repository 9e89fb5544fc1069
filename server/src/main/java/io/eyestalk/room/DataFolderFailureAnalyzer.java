package io.eyestalk.room;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why the embedded database does not open. */
class DataFolderFailureAnalyzer implements FailureAnalyzer {
    /** H2's DATABASE_ALREADY_OPEN_1. */
    private static final int ALREADY_OPEN = 90020;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN) {
                return new FailureAnalysis(
                        "Another EyesTalk process is using this data folder.",
                        "Stop it, or choose another folder with --eyestalk.data-dir=DIR.",
                        failure);
            }
            if (cause instanceof UnusableDataFolderException unusable) {
                return new FailureAnalysis(
                        String.valueOf(unusable.getMessage()),
                        "Make it writable, or choose another one with --eyestalk.data-dir=DIR.",
                        failure);
            }
        }
        return null;
    }
}
