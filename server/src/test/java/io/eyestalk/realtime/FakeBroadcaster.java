package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers what was sent to whom. Reaches everybody but those who are {@link #unreachable}. */
public final class FakeBroadcaster implements Broadcaster {
    private final List<Sent> sent = new ArrayList<>();
    private final Set<MemberId> unreachable = new HashSet<>();

    public List<Sent> sent() {
        return sent;
    }

    public void unreachable(MemberId member) {
        unreachable.add(member);
    }

    @Override
    public Delivery toMember(RoomId room, MemberId member, String event, Object payload) {
        if (unreachable.contains(member)) {
            return Delivery.NOBODY;
        }
        sent.add(new Sent("member " + member + " of " + room, event, payload));
        return Delivery.REACHED;
    }

    @Override
    public Delivery toRoom(RoomId room, String event, Object payload) {
        sent.add(new Sent("room " + room, event, payload));
        return Delivery.REACHED;
    }

    @Override
    public Delivery toOthers(RoomId room, MemberId except, String event, Object payload) {
        toOthersHere(room, except, event, payload);
        return Delivery.REACHED;
    }

    @Override
    public void toOthersHere(RoomId room, MemberId except, String event, Object payload) {
        sent.add(new Sent("others than " + except + " in " + room, event, payload));
    }

    @Override
    public boolean neverWaits() {
        return true;
    }

    @Override
    public void toLobby(String event, Object payload) {
        sent.add(new Sent("lobby", event, payload));
    }
}
