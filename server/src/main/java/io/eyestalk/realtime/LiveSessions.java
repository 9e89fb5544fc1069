package io.eyestalk.realtime;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every connection of this node: by id, by room and member, and those in the lobby. */
@Component
final class LiveSessions implements Sessions {
    private final Map<ConnectionId, SocketSession> byId = new ConcurrentHashMap<>();
    private final Set<SocketSession> lobby = ConcurrentHashMap.newKeySet();

    /** The inner maps are never changed, only replaced: rooms are small and read far more often. */
    private final Map<RoomId, Map<MemberId, SocketSession>> rooms = new ConcurrentHashMap<>();

    private volatile RoomWatch watch = _ -> {};

    @Override
    public Optional<Session> find(ConnectionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Session> of(RoomId room, MemberId member) {
        return Optional.ofNullable(members(room).get(member));
    }

    @Override
    public List<Session> seated() {
        return rooms.values().stream()
                .flatMap(room -> room.values().stream())
                .<Session>map(session -> session)
                .toList();
    }

    /**
     * Tells this one when people of a room come and go. Whoever tells holds no lock of a session.
     */
    void watch(RoomWatch watcher) {
        watch = watcher;
    }

    /** People of that room came or went, perhaps. */
    void changed(RoomId room) {
        watch.changed(room);
    }

    /** Whether people of that room are connected to this node. */
    boolean has(RoomId room) {
        return rooms.containsKey(room);
    }

    void add(SocketSession session) {
        byId.put(session.id(), session);
        lobby.add(session);
    }

    /** Takes the connection out of everything; it keeps its seat, for whoever asks why it ended. */
    void remove(SocketSession session) {
        byId.remove(session.id());
        lobby.remove(session);
        session.binding().ifPresent(seat -> clear(seat, session));
    }

    /** Gives the seat to this connection and returns the one that had it. */
    @Nullable SocketSession occupy(Seat seat, SocketSession session) {
        lobby.remove(session);
        var before = new SocketSession[1];
        rooms.compute(
                seat.room(),
                (_, members) -> {
                    var now =
                            members == null
                                    ? new HashMap<MemberId, SocketSession>()
                                    : new HashMap<>(members);
                    before[0] = now.put(seat.member(), session);
                    return Map.copyOf(now);
                });
        return before[0] == session ? null : before[0];
    }

    /** Brings the connection back to the lobby. */
    void vacate(Seat seat, SocketSession session) {
        clear(seat, session);
        lobby.add(session);
    }

    Collection<SocketSession> of(News.Audience audience) {
        return switch (audience) {
            case News.Audience.One(var room, var member) ->
                    Stream.ofNullable(members(room).get(member)).toList();
            case News.Audience.Everyone(var room) -> members(room).values();
            case News.Audience.Others(var room, var except) ->
                    members(room).entrySet().stream()
                            .filter(entry -> !entry.getKey().equals(except))
                            .map(Map.Entry::getValue)
                            .toList();
            case News.Audience.Lobby() -> lobby;
        };
    }

    private Map<MemberId, SocketSession> members(RoomId room) {
        return rooms.getOrDefault(room, Map.of());
    }

    private void clear(Seat seat, SocketSession session) {
        rooms.computeIfPresent(
                seat.room(),
                (_, members) -> {
                    if (members.get(seat.member()) != session) {
                        return members;
                    }
                    var now = new HashMap<>(members);
                    now.remove(seat.member());
                    return now.isEmpty() ? null : Map.copyOf(now);
                });
    }
}
