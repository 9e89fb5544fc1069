package io.eyestalk.chat;

import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may be said to whom. Decides only; whether the addressee is there shows at delivery. */
final class ChatPolicy {
    private static final String DEST = "dest";

    private ChatPolicy() {}

    /**
     * What a member wants to say, as the client put it.
     *
     * @param direct whether it is for one person only; not if left out
     * @param dest the addressee's sid, looked at only if {@code direct}
     */
    record Wish(String text, @Nullable Boolean direct, @Nullable String dest) {
        /** Without the text. */
        @Override
        public String toString() {
            return "Wish[***, " + direct + "]";
        }
    }

    /** What is said: to everybody, or to one. */
    record Line(ChatText text, Optional<MemberId> addressee) {}

    /**
     * The line that may be sent.
     *
     * @throws RejectedException VALIDATION_FAILED with everything that is wrong
     */
    static Line check(MemberId sender, Wish wish) {
        var errors = new ArrayList<FieldError>(0);
        var text = attempt(() -> new ChatText(wish.text), ChatText.FIELD, errors);
        var addressee = attempt(() -> addressee(sender, wish), DEST, errors);
        if (text == null || addressee == null) {
            throw RejectedException.invalid(errors);
        }
        return new Line(text, addressee);
    }

    private static Optional<MemberId> addressee(MemberId sender, Wish wish) {
        if (!Boolean.TRUE.equals(wish.direct)) {
            return Optional.empty();
        }
        if (wish.dest == null) {
            throw RejectedException.invalid(DEST, "is missing");
        }
        var addressee = new MemberId(wish.dest);
        if (addressee.equals(sender)) {
            throw RejectedException.invalid(DEST, "must be another member");
        }
        return Optional.of(addressee);
    }

    private static <T> @Nullable T attempt(
            Supplier<T> reading, String field, List<FieldError> errors) {
        try {
            return reading.get();
        } catch (RejectedException rejection) {
            rejection.errors().forEach(e -> errors.add(new FieldError(field, e.message())));
            return null;
        }
    }
}
