package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.util.Optional;
import java.util.Set;

/** What this node knows of members of its rooms who are connected to other nodes. */
public interface Whereabouts {
    /**
     * Reads the room anew and tells its people on this node what is different from what they know.
     * May wait for the database, and for whoever changes the room now.
     *
     * @throws io.eyestalk.shared.RejectedException SERVICE_UNAVAILABLE
     */
    void refresh(RoomId room);

    /** Nobody of this node is in that room any more, as far as the caller knows. */
    void forget(RoomId room);

    /** News of other nodes may have been missed: what is known of all rooms may be wrong. */
    void doubt();

    /** Other nodes can be reached again: every room is refreshed, and told to other nodes. */
    void recover();

    /** Whether what is known of this room is right, apart from news under way. */
    boolean isCertain(RoomId room);

    /** The other nodes that members are connected to, one member perhaps left out. */
    Set<String> otherNodes(RoomId room, Optional<MemberId> except);

    /** The other node that this member is connected to; empty when there is none. */
    Optional<String> otherNode(RoomId room, MemberId member);
}
