package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The relay of several nodes. What others have to hear goes to Redis first and to the people of
 * this node after Redis has it: so what is refused is with nobody.
 */
@Component
@InCluster
final class RedisRelay implements Relay {
    private static final Logger log = LoggerFactory.getLogger(RedisRelay.class);

    /** For news that may miss some. */
    private static final int NO_MATTER = 0;

    private final RedisLink link;
    private final Channels channels;
    private final FollowedRooms followed;
    private final LocalDelivery delivery;
    private final ObjectProvider<Whereabouts> whereabouts;

    RedisRelay(
            RedisLink link,
            Channels channels,
            FollowedRooms followed,
            LocalDelivery delivery,
            ObjectProvider<Whereabouts> whereabouts) {
        this.link = link;
        this.channels = channels;
        this.followed = followed;
        this.delivery = delivery;
        this.whereabouts = whereabouts;
    }

    @Override
    public boolean neverWaits() {
        return false;
    }

    @Override
    public Delivery publish(News news) {
        return switch (news.audience()) {
            case News.Audience.One one -> toOne(one, news);
            case News.Audience.Everyone all -> toMany(all, Optional.empty(), news);
            case News.Audience.Others others -> toMany(others, Optional.of(others.except()), news);
            case News.Audience.Lobby() -> toLobby(news);
        };
    }

    private Delivery toLobby(News news) {
        send(channels.all(), news, NO_MATTER);
        delivery.deliver(news);
        return Delivery.REACHED;
    }

    private Delivery toOne(News.Audience.One one, News news) {
        if (delivery.deliver(news)) {
            return Delivery.REACHED;
        }
        if (isUnknown(one.room())) {
            return send(channels.of(one.room()), news, selfIn(one.room()) + 1);
        }
        return whereabouts
                .getObject()
                .otherNode(one.room(), one.member())
                .map(node -> send(channels.ofNode(node), news, 1))
                .orElse(Delivery.NOBODY);
    }

    private Delivery toMany(News.Audience.OfRoom many, Optional<MemberId> except, News news) {
        var room = many.room();
        var sent =
                isUnknown(room)
                        ? send(channels.of(room), news, NO_MATTER)
                        : toNodes(room, except, news);
        if (sent != Delivery.REACHED) {
            return Delivery.UNAVAILABLE;
        }
        return delivery.deliver(news) ? Delivery.REACHED : Delivery.NOBODY;
    }

    private Delivery toNodes(RoomId room, Optional<MemberId> except, News news) {
        var nodes = whereabouts.getObject().otherNodes(room, except).size();
        if (nodes > 0) {
            return send(channels.of(room), news, selfIn(room) + nodes);
        }
        // Whoever comes back on another node at this moment listens there before it is known here.
        if (link.isUp()) {
            send(channels.of(room), news, NO_MATTER);
        }
        return Delivery.REACHED;
    }

    private Delivery send(String channel, News news, int listeners) {
        var content = new Envelope.Content.ForPeople(news.audience(), news.encoded());
        return link.publish(channel, content, listeners);
    }

    /** This node listens to the channels of its rooms, too. */
    private int selfIn(RoomId room) {
        return followed.inbox(room).isPresent() ? 1 : 0;
    }

    /** While Redis is there a message too many costs little; without it only the database knows. */
    private boolean isUnknown(RoomId room) {
        var known = whereabouts.getObject();
        if (known.isCertain(room) || link.isUp()) {
            return !known.isCertain(room);
        }
        try {
            known.refresh(room);
        } catch (RejectedException away) {
            log.debug("event=room-not-read room={}", room.value());
        }
        return false;
    }
}
