package io.eyestalk.realtime;

import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has rooms read anew, in their turn among their news, until the database gives an answer. */
@Component
@InCluster
final class RoomRefresh {
    private static final Logger log = LoggerFactory.getLogger(RoomRefresh.class);

    /** After a fault all rooms of the node want it at once, and people want the database, too. */
    private static final int AT_ONCE = 4;

    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final FollowedRooms followed;
    private final ObjectProvider<Whereabouts> whereabouts;

    RoomRefresh(FollowedRooms followed, ObjectProvider<Whereabouts> whereabouts) {
        this.followed = followed;
        this.whereabouts = whereabouts;
    }

    /** Refreshes a room before any news of it that comes from now on. Nothing is waited for. */
    void request(RoomId room) {
        followed.inbox(room).ifPresent(inbox -> inbox.add(() -> refresh(room)));
    }

    /** The same after a while. */
    void later(RoomId room, Duration wait) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> request(room));
    }

    private void refresh(RoomId room) {
        permits.acquireUninterruptibly();
        try {
            whereabouts.getObject().refresh(room);
        } catch (RejectedException unavailable) {
            var wait = unavailable.retryAfter().orElseThrow(() -> unavailable);
            log.warn("event=room-not-read room={} wait={}", room.value(), wait);
            later(room, wait);
        } finally {
            permits.release();
        }
    }
}
