package io.eyestalk.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal for a client that asked for no acknowledgement. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ErrorMessage(
        ProblemCode code,
        String message,
        String event,
        List<FieldError> errors,
        @JsonProperty("retry_after") @Nullable Long retryAfterSeconds) {
    ErrorMessage(Ack.Refused refused, String event) {
        this(
                refused.code(),
                refused.message(),
                event,
                refused.errors(),
                refused.retryAfterSeconds());
    }
}
