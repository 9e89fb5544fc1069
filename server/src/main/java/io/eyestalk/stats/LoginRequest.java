package io.eyestalk.stats;

import io.eyestalk.shared.Fields;
import io.eyestalk.shared.RejectedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who wants in. Its text form has no password. */
record LoginRequest(@Nullable String username, @Nullable String password) {
    static final int MAX_LENGTH = 100;

    /** The same with both fields there. */
    record Credentials(String username, String password) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Checks that both fields are there and not endless.
     *
     * @throws RejectedException {@code VALIDATION_FAILED}
     */
    Credentials credentials() {
        var fields = new Fields();
        var user = fields.required("username", username, LoginRequest::bounded);
        var secret = fields.required("password", password, LoginRequest::bounded);
        return fields.done(
                () ->
                        new Credentials(
                                Objects.requireNonNull(user), Objects.requireNonNull(secret)));
    }

    private static String bounded(String text) {
        if (text.length() > MAX_LENGTH) {
            throw RejectedException.invalid(
                    "password", "must have at most " + MAX_LENGTH + " characters");
        }
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
