package io.eyestalk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads refusals in tests. */
public final class Refusals {
    private Refusals() {}

    /** Runs something that has to be refused, and gives the refusal. */
    public static RejectedException refusalOf(ThrowingCallable call) {
        var refusal = catchThrowableOfType(RejectedException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
