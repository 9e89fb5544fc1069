package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens locked rooms to those who know the password, and slows down those who guess. */
@Component
class Passwords {
    static final String FIELD = "roomPassword";
    static final int MAX_LENGTH = 100;

    private final PasswordHashing hashing;
    private final RateLimits limits;

    Passwords(PasswordHashing hashing, RateLimits limits) {
        this.hashing = hashing;
        this.limits = limits;
    }

    /** What is stored for a new room: a hash, or null for a room without a password. */
    @Nullable String hashOf(@Nullable String password) {
        if (password == null || password.isEmpty()) {
            return null;
        }
        if (password.length() > MAX_LENGTH) {
            throw RejectedException.invalid(
                    FIELD, "must have at most " + MAX_LENGTH + " characters");
        }
        return hashing.hash(normalized(password));
    }

    /**
     * Passes when the room has no password or this is it.
     *
     * @throws RejectedException {@code INVALID_PASSWORD}, counted as an attempt; {@code
     *     RATE_LIMITED} after too many of them, even for the right password
     */
    void require(StoredRoom room, @Nullable String password, ClientAddress from) {
        var hash = room.passwordHash();
        if (hash == null) {
            return;
        }
        var inRoom = from.value() + "|" + room.room().id();
        requireAttempt(from, inRoom);
        if (password == null || password.isEmpty() || password.length() > MAX_LENGTH) {
            countWrong(from, inRoom);
            throw new RejectedException(ProblemCode.INVALID_PASSWORD);
        }
        hashing.run(() -> compare(password, hash, from, inRoom));
    }

    /** Asks again before it compares: attempts that waited together must not all slip through. */
    private boolean compare(String password, String hash, ClientAddress from, String inRoom) {
        requireAttempt(from, inRoom);
        if (!hashing.matchesHere(normalized(password), hash)) {
            countWrong(from, inRoom);
            throw new RejectedException(ProblemCode.INVALID_PASSWORD);
        }
        return true;
    }

    private void requireAttempt(ClientAddress from, String inRoom) {
        limits.require(Limit.WRONG_PASSWORD_IN_ROOM, inRoom);
        limits.require(Limit.WRONG_PASSWORD, from.value());
    }

    private void countWrong(ClientAddress from, String inRoom) {
        limits.take(Limit.WRONG_PASSWORD_IN_ROOM, inRoom);
        limits.take(Limit.WRONG_PASSWORD, from.value());
    }

    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
