package io.eyestalk.realtime;

import io.eyestalk.shared.RoomId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Bulletins travel as news does. */
@Component
@InCluster
final class RedisBulletins implements Bulletins {
    private final RedisLink link;
    private final Channels channels;

    RedisBulletins(RedisLink link, Channels channels) {
        this.link = link;
        this.channels = channels;
    }

    @Override
    public boolean toRoom(RoomId room, String kind, Object body) {
        return send(channels.of(room), kind, body);
    }

    @Override
    public boolean toAll(String kind, Object body) {
        return send(channels.all(), kind, body);
    }

    private boolean send(String channel, String kind, Object body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        var passed = link.publish(channel, new Envelope.Content.ForNode(kind, json), 0);
        return passed == Delivery.REACHED;
    }
}
