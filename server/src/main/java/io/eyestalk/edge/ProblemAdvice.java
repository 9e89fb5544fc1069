package io.eyestalk.edge;

import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Turns every failure of a request into a problem. Whatever is not foreseen is a bug of ours. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    ProblemAdvice() {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(RejectedException rejection, ServerWebExchange exchange) {
        exchange.getAttributes().put(ProblemCode.ATTRIBUTE, rejection.code());
        return Problems.of(rejection);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MissingRequestValueException missing) {
        return Problems.invalid(
                missing.getName() + " is missing.",
                List.of(new FieldError(missing.getName(), "is missing")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(ServerWebInputException bad) {
        if (has(bad, DataBufferLimitException.class)) {
            return tooLarge();
        }
        var field = wrongField(bad);
        return field == null
                ? Problems.invalid("The request cannot be read.", List.of())
                : Problems.invalid(
                        field + " has the wrong type.",
                        List.of(new FieldError(field, "has the wrong type")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(ResponseStatusException refused) {
        var status = refused.getStatusCode();
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return Problems.of(new RejectedException(ProblemCode.NOT_FOUND));
        }
        if (!status.is4xxClientError()) {
            return handle((Exception) refused);
        }
        var known = HttpStatus.resolve(status.value());
        var detail = known == null ? "The request is refused." : known.getReasonPhrase() + ".";
        return Problems.of(
                ProblemCode.VALIDATION_FAILED, status.value(), detail, refused.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(DataBufferLimitException large) {
        return tooLarge();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Exception bug) {
        log.error("event=request-failed", bug);
        return Problems.of(new RejectedException(ProblemCode.INTERNAL_ERROR));
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        return Problems.of(
                ProblemCode.VALIDATION_FAILED,
                HttpStatus.CONTENT_TOO_LARGE.value(),
                "The body is too large.",
                new HttpHeaders());
    }

    private static @Nullable String wrongField(ServerWebInputException bad) {
        for (Throwable cause = bad; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return json.getPath().getLast().getPropertyName();
            }
        }
        var parameter = bad.getMethodParameter();
        return parameter != null && has(bad, TypeMismatchException.class)
                ? parameter.getParameterName()
                : null;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
