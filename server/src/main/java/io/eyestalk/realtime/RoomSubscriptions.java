package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Listens to the channels of exactly those rooms that have people on this node. */
@Component
@InCluster
final class RoomSubscriptions implements RoomWatch {
    private static final Logger log = LoggerFactory.getLogger(RoomSubscriptions.class);

    /** Others hear of somebody new at the same time, and may answer at once. */
    private static final Duration FOR_REDIS = Duration.ofMillis(500);

    private final LiveSessions sessions;
    private final FollowedRooms followed;
    private final RedisLink link;
    private final Channels channels;
    private final RoomRefresh refresh;
    private final ObjectProvider<Whereabouts> whereabouts;

    RoomSubscriptions(
            LiveSessions sessions,
            FollowedRooms followed,
            RedisLink link,
            Channels channels,
            RoomRefresh refresh,
            ObjectProvider<Whereabouts> whereabouts) {
        this.sessions = sessions;
        this.followed = followed;
        this.link = link;
        this.channels = channels;
        this.refresh = refresh;
        this.whereabouts = whereabouts;
        sessions.watch(this);
    }

    @Override
    public void changed(RoomId room) {
        var begun = follow(room);
        if (begun == null) {
            return;
        }
        waitFor(begun);
        // Whoever entered elsewhere between the reading of the list and now was not heard.
        refresh.request(room);
    }

    private synchronized @Nullable CompletionStage<Void> follow(RoomId room) {
        if (sessions.has(room)) {
            return followed.add(room) ? link.subscribe(channels.of(room)) : null;
        }
        if (followed.remove(room)) {
            link.unsubscribe(channels.of(room));
            whereabouts.getObject().forget(room);
        }
        return null;
    }

    private static void waitFor(CompletionStage<Void> subscribed) {
        try {
            subscribed.toCompletableFuture().get(FOR_REDIS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException away) {
            log.debug("event=subscription-late cause={}", away.toString());
        }
    }
}
