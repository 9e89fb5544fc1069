package io.eyestalk.room;

import io.eyestalk.shared.RoomId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything that changes a room happens in a turn: one transaction, then its news. On one node the
 * turns of a room follow each other, so that listeners hear the news in the order in which it
 * became true. Between nodes only the row lock inside the transaction counts.
 */
@Component
class RoomTurns {
    private static final int STRIPES = 256;

    /** Seconds. So long at most the statements of one turn may take together. */
    private static final int LONGEST_TURN = 5;

    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES)
                    .mapToObj(stripe -> new ReentrantLock(true))
                    .toArray(ReentrantLock[]::new);
    private final Rooms rooms;
    private final Storage storage;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;

    RoomTurns(
            Rooms rooms,
            Storage storage,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher publisher) {
        this.rooms = rooms;
        this.storage = storage;
        this.transaction = new TransactionTemplate(transactions);
        this.publisher = publisher;
        transaction.setTimeout(LONGEST_TURN);
    }

    /**
     * Runs one step on a room whose row is locked, and tells its news after the commit. A step that
     * throws changes nothing.
     *
     * @return what the step gives, or nothing when there is no such room
     */
    <T> Optional<T> take(RoomId id, BiFunction<Room, News, T> step) {
        return begin(id, news -> rooms.lock(id).map(locked -> step.apply(locked.room(), news)));
    }

    /**
     * Runs one step on a seat in a turn of its room, if the seat is found before and in that turn.
     *
     * @return whether the step ran
     */
    boolean take(Supplier<Optional<Seat>> seat, SeatStep step) {
        var found = storage.use(seat);
        if (found.isEmpty()) {
            return false;
        }
        return take(
                        found.get().member().room(),
                        (room, news) -> {
                            var held = seat.get();
                            held.ifPresent(still -> step.run(room, still, news));
                            return held.isPresent();
                        })
                .orElse(false);
    }

    /** Reads something of a room and uses it before this node changes that room again. */
    <T> void read(RoomId id, Supplier<T> reading, Consumer<T> use) {
        var lock = lockOf(id);
        lock.lock();
        try {
            use.accept(storage.use(reading));
        } finally {
            lock.unlock();
        }
    }

    /** Runs a step on a room that may not exist yet. */
    <T> T begin(RoomId id, Function<News, T> step) {
        var lock = lockOf(id);
        lock.lock();
        try {
            var done = storage.use(() -> commit(step));
            done.news().tell(publisher);
            return done.result();
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lockOf(RoomId id) {
        return locks[Math.floorMod(id.hashCode(), STRIPES)];
    }

    private <T> Done<T> commit(Function<News, T> step) {
        var news = new News();
        var result = transaction.execute(status -> step.apply(news));
        return new Done<>(Objects.requireNonNull(result), news);
    }

    /** Something to do with a seat while its room is locked. */
    interface SeatStep {
        void run(Room room, Seat seat, News news);
    }

    private record Done<T>(T result, News news) {}
}
