package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.RoomName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rooms there are: create, find, list and search them. */
@Service
public class RoomCatalog {
    RoomCatalog() {}

    /**
     * Creates a room that nobody is in. It is removed unless somebody enters it in time.
     *
     * @throws io.eyestalk.shared.RejectedException {@code DUPLICATE_RESOURCE}, {@code
     *     VALIDATION_FAILED} or {@code RATE_LIMITED}
     */
    public Room create(NewRoom wanted, ClientAddress from) {
        throw new UnsupportedOperationException();
    }

    /** The room that is meant, if there is one. */
    public Optional<Room> find(RoomRef ref) {
        throw new UnsupportedOperationException();
    }

    /** All rooms, newest first; {@code page} counts from 0, {@code size} is 1 to 500. */
    public RoomPage list(int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** Rooms whose title contains the text, without regard to case. */
    public RoomPage search(String text, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** Whether no room has this title now. */
    public boolean isFree(RoomName name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether a room of that title exists and this password opens it. A wrong one counts as an
     * attempt.
     *
     * @throws io.eyestalk.shared.RejectedException {@code RATE_LIMITED}
     */
    public boolean opens(RoomName name, @Nullable String password, ClientAddress from) {
        throw new UnsupportedOperationException();
    }
}
