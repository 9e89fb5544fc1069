package io.eyestalk.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to one event, as it travels. */
public sealed interface Ack {
    /** {@code {ok: true}}. */
    static Ack done() {
        return new Done(true, null);
    }

    /** {@code {ok: true}} together with the fields of {@code answer}. */
    static Ack of(Object answer) {
        return new Done(true, answer);
    }

    /** {@code {ok: false, code, message, errors?, retry_after?}}; seconds are rounded up. */
    static Ack refused(RejectedException why) {
        return new Refused(
                false,
                why.code(),
                why.detail(),
                why.errors(),
                why.retryAfter().map(Ack::wholeSeconds).orElse(null));
    }

    private static long wholeSeconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    /** It was done. */
    record Done(boolean ok, @JsonUnwrapped @Nullable Object answer) implements Ack {}

    /** It was not done, and nothing changed. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Refused(
            boolean ok,
            ProblemCode code,
            String message,
            List<FieldError> errors,
            @JsonProperty("retry_after") @Nullable Long retryAfterSeconds)
            implements Ack {}
}
