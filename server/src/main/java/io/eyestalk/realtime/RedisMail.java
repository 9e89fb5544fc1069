package io.eyestalk.realtime;

import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes what other nodes send. News of a room stays in order with what the node is told of it. */
@Component
@InCluster
final class RedisMail {
    private static final Logger log = LoggerFactory.getLogger(RedisMail.class);

    private final Channels channels;
    private final Stamps stamps;
    private final FollowedRooms followed;
    private final RoomRefresh refresh;
    private final LocalDelivery delivery;
    private final Observers observers;
    private final ObjectProvider<BulletinHandler<?>> handlers;
    private final ObjectProvider<Whereabouts> whereabouts;
    private final Map<String, BulletinHandler<?>> byKind = new ConcurrentHashMap<>();

    RedisMail(
            Channels channels,
            Stamps stamps,
            FollowedRooms followed,
            RoomRefresh refresh,
            LocalDelivery delivery,
            Observers observers,
            ObjectProvider<BulletinHandler<?>> handlers,
            ObjectProvider<Whereabouts> whereabouts) {
        this.channels = channels;
        this.stamps = stamps;
        this.followed = followed;
        this.refresh = refresh;
        this.delivery = delivery;
        this.observers = observers;
        this.handlers = handlers;
        this.whereabouts = whereabouts;
    }

    /** The channels of all rooms that are followed now. */
    List<String> channels() {
        return followed.all().stream().map(channels::of).toList();
    }

    /** Other nodes are heard again, and anything may have been missed. */
    void opened() {
        followed.all().forEach(refresh::request);
        Thread.startVirtualThread(() -> whereabouts.getObject().recover());
    }

    /** Other nodes are not heard any more. */
    void lost() {
        whereabouts.getObject().doubt();
    }

    /** Takes a message. Called in order, by one thread; never waits. */
    void accept(String channel, byte[] message) {
        Envelope envelope;
        try {
            envelope = Envelope.of(message);
        } catch (IllegalArgumentException unreadable) {
            log.warn("event=relay-unreadable cause={}", unreadable.getMessage());
            return;
        }
        if (!stamps.isOwn(envelope)) {
            channels.room(channel)
                    .ifPresentOrElse(
                            room -> acceptOf(room, envelope), () -> acceptForAll(envelope));
        }
    }

    private void acceptOf(RoomId room, Envelope envelope) {
        followed.inbox(room).ifPresent(inbox -> put(room, inbox, envelope));
    }

    private void put(RoomId room, SerialQueue inbox, Envelope envelope) {
        switch (envelope.content()) {
            case Envelope.Content.Beat() -> {}
            case Envelope.Content.ForPeople news -> {
                Runnable task = () -> deliver(envelope, news);
                if (!inbox.runNow(task)) {
                    inbox.add(task);
                }
            }
            case Envelope.Content.ForNode bulletin -> inbox.add(() -> handleOf(room, bulletin));
        }
    }

    /** The database may be away for longer than what it is asked for stays interesting. */
    private void handleOf(RoomId room, Envelope.Content.ForNode bulletin) {
        try {
            handle(bulletin);
        } catch (RejectedException unavailable) {
            var wait = unavailable.retryAfter().orElseThrow(() -> unavailable);
            log.warn("event=bulletin-postponed kind={} wait={}", bulletin.kind(), wait);
            refresh.later(room, wait);
        }
    }

    private void acceptForAll(Envelope envelope) {
        switch (envelope.content()) {
            case Envelope.Content.Beat() -> {}
            case Envelope.Content.ForPeople(News.Audience.OfRoom of, _) ->
                    acceptOf(of.room(), envelope);
            case Envelope.Content.ForPeople news -> deliver(envelope, news);
            case Envelope.Content.ForNode bulletin ->
                    Thread.startVirtualThread(() -> handle(bulletin));
        }
    }

    private void deliver(Envelope envelope, Envelope.Content.ForPeople news) {
        delivery.deliver(news.audience(), news.event());
        observers.relayed(stamps.age(envelope));
    }

    private void handle(Envelope.Content.ForNode bulletin) {
        var handler = byKind.computeIfAbsent(bulletin.kind(), this::find);
        if (handler != null) {
            hand(bulletin, handler);
        }
    }

    private @Nullable BulletinHandler<?> find(String kind) {
        return handlers.stream()
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private static <B> void hand(Envelope.Content.ForNode bulletin, BulletinHandler<B> handler) {
        try {
            handler.handle(JsonMapper.shared().readValue(bulletin.json(), handler.type()));
        } catch (JacksonException unreadable) {
            log.warn("event=bulletin-unreadable kind={}", bulletin.kind());
        }
    }
}
