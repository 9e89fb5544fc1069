package io.eyestalk.realtime;

import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RoomId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names of the channels between nodes: one for all, one for each room, one for each node. */
@Component
@InCluster
final class Channels {
    private final String all;
    private final String own;
    private final String nodes;
    private final String rooms;

    Channels(RelayProperties properties, NodeId self) {
        this.all = properties.prefix() + ":all";
        this.nodes = properties.prefix() + ":node:";
        this.own = nodes + self.value();
        this.rooms = properties.prefix() + ":room:";
    }

    /** What every node hears. */
    String all() {
        return all;
    }

    /** What only this node hears. */
    String own() {
        return own;
    }

    /** What only that node hears. */
    String ofNode(String node) {
        return nodes + node;
    }

    /** What nodes hear that have people of this room. */
    String of(RoomId room) {
        return rooms + room.value();
    }

    /** The room whose channel that is. */
    Optional<RoomId> room(String channel) {
        return channel.startsWith(rooms)
                ? Optional.of(new RoomId(channel.substring(rooms.length())))
                : Optional.empty();
    }
}
