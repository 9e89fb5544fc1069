package io.eyestalk.realtime;

import io.eyestalk.shared.RejectedException;
import io.eyestalk.shared.RoomId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.OptionalLong;

/**
 * The relay of several nodes. What others have to hear goes to Redis first and to the people of
 * this node after Redis has it: so what is refused is with nobody.
 */
@Component
@InCluster
final class RedisRelay implements Relay {
    private static final Logger log = LoggerFactory.getLogger(RedisRelay.class);

    /** This node listens to the channels of its rooms, too. */
    private static final long ONLY_THIS_NODE = 1;

    private final RedisLink link;
    private final Channels channels;
    private final LocalDelivery delivery;
    private final ObjectProvider<Whereabouts> whereabouts;

    RedisRelay(
            RedisLink link,
            Channels channels,
            LocalDelivery delivery,
            ObjectProvider<Whereabouts> whereabouts) {
        this.link = link;
        this.channels = channels;
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
            case News.Audience.OfRoom many -> toMany(many, news);
            case News.Audience.Lobby() -> toLobby(news);
        };
    }

    private Delivery toLobby(News news) {
        send(channels.all(), news);
        delivery.deliver(news);
        return Delivery.REACHED;
    }

    private Delivery toOne(News.Audience.One one, News news) {
        if (delivery.deliver(news)) {
            return Delivery.REACHED;
        }
        if (!mayBeElsewhere(one)) {
            return Delivery.NOBODY;
        }
        var receivers = send(channels.of(one.room()), news);
        if (receivers.isEmpty()) {
            return Delivery.UNAVAILABLE;
        }
        return receivers.getAsLong() > ONLY_THIS_NODE ? Delivery.REACHED : Delivery.NOBODY;
    }

    private Delivery toMany(News.Audience.OfRoom many, News news) {
        if (mayBeElsewhere(many)) {
            var receivers = send(channels.of(many.room()), news);
            if (receivers.isEmpty()) {
                return Delivery.UNAVAILABLE;
            }
        }
        return delivery.deliver(news) ? Delivery.REACHED : Delivery.NOBODY;
    }

    private OptionalLong send(String channel, News news) {
        return link.publish(
                channel, new Envelope.Content.ForPeople(news.audience(), news.encoded()));
    }

    /** While Redis is there a message too many costs little; without it only the database knows. */
    private boolean mayBeElsewhere(News.Audience.OfRoom audience) {
        var known = whereabouts.getObject();
        var room = audience.room();
        if (!known.isCertain(room)) {
            if (link.isUp()) {
                return true;
            }
            ask(known, room);
        }
        return switch (audience) {
            case News.Audience.One(_, var member) -> known.isElsewhere(room, member);
            case News.Audience.Others(_, var except) -> known.anybodyElsewhere(room, except);
            case News.Audience.Everyone(_) -> known.anybodyElsewhere(room);
        };
    }

    private static void ask(Whereabouts known, RoomId room) {
        try {
            known.refresh(room);
        } catch (RejectedException away) {
            log.debug("event=room-not-read room={}", room.value());
        }
    }
}
