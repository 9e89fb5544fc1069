package io.eyestalk.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of one request into values and tells everything that is wrong with them at once.
 * Read all fields, then {@link #done} gives the result or throws. For one thread and one request.
 */
public final class Fields {
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * The value of a field that must be there; null when it is wrong, which {@link #done} tells.
     */
    public <S, T> @Nullable T required(String field, @Nullable S raw, Function<S, T> type) {
        if (raw == null) {
            errors.add(new FieldError(field, "is missing"));
            return null;
        }
        return optional(raw, type);
    }

    /** The value of a field that may be left out. */
    public <S, T> @Nullable T optional(@Nullable S raw, Function<S, T> type) {
        if (raw == null) {
            return null;
        }
        try {
            return type.apply(raw);
        } catch (RejectedException rejection) {
            if (rejection.code() != ProblemCode.VALIDATION_FAILED) {
                throw rejection;
            }
            errors.addAll(rejection.errors());
            return null;
        }
    }

    /** Adds an error found by the caller. */
    public void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /**
     * Builds the result if every field was right.
     *
     * @throws RejectedException {@code VALIDATION_FAILED} with every error, in the order of reading
     */
    public <T> T done(Supplier<T> result) {
        if (!errors.isEmpty()) {
            throw RejectedException.invalid(errors);
        }
        return result.get();
    }
}
