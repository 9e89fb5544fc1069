package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import org.springframework.stereotype.Component;

/** Addresses news and leaves the way to the relay. */
@Component
final class RelayingBroadcaster implements Broadcaster {
    private final Relay relay;
    private final LocalDelivery here;

    RelayingBroadcaster(Relay relay, LocalDelivery here) {
        this.relay = relay;
        this.here = here;
    }

    @Override
    public Delivery toMember(RoomId room, MemberId member, String event, Object payload) {
        return relay.publish(new News(new News.Audience.One(room, member), event, payload));
    }

    @Override
    public Delivery toRoom(RoomId room, String event, Object payload) {
        return relay.publish(new News(new News.Audience.Everyone(room), event, payload));
    }

    @Override
    public Delivery toOthers(RoomId room, MemberId except, String event, Object payload) {
        return relay.publish(new News(new News.Audience.Others(room, except), event, payload));
    }

    @Override
    public void toOthersHere(RoomId room, MemberId except, String event, Object payload) {
        here.deliver(new News(new News.Audience.Others(room, except), event, payload));
    }

    @Override
    public void toLobby(String event, Object payload) {
        relay.publish(new News(new News.Audience.Lobby(), event, payload));
    }

    @Override
    public boolean neverWaits() {
        return relay.neverWaits();
    }
}
