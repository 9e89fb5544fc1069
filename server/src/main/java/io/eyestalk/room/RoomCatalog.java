package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RateLimits;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;
import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The rooms there are: create, find, list and search them. */
@Service
public class RoomCatalog {
    static final int MAX_PAGE_SIZE = 500;
    private static final int MIN_CAPACITY = 2;

    private final Rooms rooms;
    private final Passwords passwords;
    private final RateLimits limits;
    private final RoomTurns turns;
    private final Storage storage;
    private final SweepAlarm alarm;
    private final RoomProperties properties;
    private final Clock clock;

    RoomCatalog(
            Rooms rooms,
            Passwords passwords,
            RateLimits limits,
            RoomTurns turns,
            Storage storage,
            SweepAlarm alarm,
            RoomProperties properties,
            Clock clock) {
        this.rooms = rooms;
        this.passwords = passwords;
        this.limits = limits;
        this.turns = turns;
        this.storage = storage;
        this.alarm = alarm;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Creates a room that nobody is in. It is removed unless somebody enters it in time.
     *
     * @throws RejectedException {@code VALIDATION_FAILED}, {@code RATE_LIMITED} or {@code
     *     DUPLICATE_RESOURCE}
     */
    public Room create(NewRoom wanted, ClientAddress from) {
        requireCapacity(wanted.capacity());
        limits.take(Limit.CREATE_ROOM, from.value());
        requireFree(wanted.name());

        var hash = passwords.hashOf(wanted.password());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = new RoomId(UUID.randomUUID().toString());
        var room = new Room(id, wanted.name(), wanted.capacity(), 0, now, hash != null);
        turns.begin(id, news -> insert(room, wanted.creator(), hash, news));
        alarm.reset();
        return room;
    }

    /** The room that is meant, if there is one. */
    public Optional<Room> find(RoomRef ref) {
        return storage.use(() -> rooms.find(ref)).map(StoredRoom::room);
    }

    /** All rooms, newest first; {@code page} counts from 0, {@code size} is 1 to 500. */
    public RoomPage list(int page, int size) {
        requirePage(page, size);
        return storage.use(() -> new RoomPage(rooms.newest(page, size), rooms.count()));
    }

    /** Rooms whose title contains the text, without regard to case, newest first. */
    public RoomPage search(String text, int page, int size) {
        requirePage(page, size);
        var part = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (part.isEmpty()) {
            throw RejectedException.invalid(RoomName.FIELD, "must not be empty");
        }
        return storage.use(
                () -> new RoomPage(rooms.search(part, page, size), rooms.countMatches(part)));
    }

    /** How many rooms and members there are now, on all nodes. */
    public Occupancy occupancy() {
        return storage.use(rooms::occupancy);
    }

    /** Whether no room has this title now. */
    public boolean isFree(RoomName name) {
        return find(RoomRef.byName(name)).isEmpty();
    }

    /**
     * Whether a room of that title exists and this password opens it. A wrong one counts as an
     * attempt.
     *
     * @throws RejectedException {@code RATE_LIMITED}
     */
    public boolean opens(RoomName name, @Nullable String password, ClientAddress from) {
        var room = storage.use(() -> rooms.find(RoomRef.byName(name)));
        if (room.isEmpty()) {
            return false;
        }
        try {
            passwords.require(room.get(), password, from);
            return true;
        } catch (RejectedException rejection) {
            if (rejection.code() == ProblemCode.INVALID_PASSWORD) {
                return false;
            }
            throw rejection;
        }
    }

    private Room insert(Room room, Nickname creator, @Nullable String hash, News news) {
        try {
            rooms.insert(room, hash, room.createdAt().plus(properties.unenteredGrace()));
        } catch (DuplicateKeyException taken) {
            throw new RejectedException(ProblemCode.DUPLICATE_RESOURCE);
        }
        news.add(new RoomCreated(room, creator));
        return room;
    }

    /** Spares the hash; the unique key has the last word. */
    private void requireFree(RoomName name) {
        if (!isFree(name)) {
            throw new RejectedException(ProblemCode.DUPLICATE_RESOURCE);
        }
    }

    private void requireCapacity(int capacity) {
        if (capacity < MIN_CAPACITY || capacity > properties.maxCapacity()) {
            throw RejectedException.invalid(
                    "roomCapacity", "must be " + MIN_CAPACITY + " to " + properties.maxCapacity());
        }
    }

    private static void requirePage(int page, int size) {
        if (page < 0) {
            throw RejectedException.invalid("page", "must not be negative");
        }
        if (size < 1 || size > MAX_PAGE_SIZE) {
            throw RejectedException.invalid("size", "must be 1 to " + MAX_PAGE_SIZE);
        }
    }
}
