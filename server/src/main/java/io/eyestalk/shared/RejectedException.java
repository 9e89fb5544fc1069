package io.eyestalk.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was understood and refused. Nothing was changed. It is an answer, not a bug, so it
 * carries no stack trace.
 */
public class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String detail;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    /** Refuses with the title of the code as the whole explanation. */
    public RejectedException(ProblemCode code) {
        this(code, code.title() + ".");
    }

    /** Refuses with an explanation of this occurrence. */
    public RejectedException(ProblemCode code, String detail) {
        this(code, detail, List.of(), null);
    }

    private RejectedException(
            ProblemCode code,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter) {
        super(code + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** {@code VALIDATION_FAILED} because of one field. */
    public static RejectedException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** {@code VALIDATION_FAILED} because of these fields. */
    public static RejectedException invalid(List<FieldError> errors) {
        var first = errors.getFirst();
        var detail = first.field() + " " + first.message() + ".";
        return new RejectedException(ProblemCode.VALIDATION_FAILED, detail, errors, null);
    }

    /** {@code RATE_LIMITED} until the given time has passed. */
    public static RejectedException rateLimited(Duration retryAfter) {
        return new RejectedException(
                ProblemCode.RATE_LIMITED,
                "Too many attempts. Try again later.",
                List.of(),
                retryAfter);
    }

    /** {@code SERVICE_UNAVAILABLE}; a retry after the given time makes sense. */
    public static RejectedException unavailable(String detail, Duration retryAfter) {
        return new RejectedException(
                ProblemCode.SERVICE_UNAVAILABLE, detail, List.of(), retryAfter);
    }

    public ProblemCode code() {
        return code;
    }

    /** An explanation of this occurrence, in English, without secrets. */
    public String detail() {
        return detail;
    }

    /** The fields at fault; empty unless the code is {@code VALIDATION_FAILED}. */
    public List<FieldError> errors() {
        return errors;
    }

    /** When a retry makes sense, if that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * The same in whole seconds, rounded up, as {@code Retry-After} wants it (RFC 9110, 10.2.3).
     */
    public Optional<Long> retryAfterSeconds() {
        return retryAfter().map(wait -> Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
