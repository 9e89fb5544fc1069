package io.eyestalk.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** A span for each transaction within another span, waiting for a connection included. */
final class TransactionSpans implements TransactionExecutionListener {
    private static final ThreadLocal<Span> CURRENT = new ThreadLocal<>();

    private final Tracer tracer;

    TransactionSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (Span.current().getSpanContext().isValid()) {
            CURRENT.set(tracer.spanBuilder("transaction").startSpan());
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            end(failure);
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        end(failure);
    }

    /** A refusal rolls back, too: that is no error. */
    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
        end(failure);
    }

    /** Messages of databases quote values, so none is told. */
    private void end(@Nullable Throwable failure) {
        var span = CURRENT.get();
        if (span == null) {
            return;
        }
        CURRENT.remove();
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
