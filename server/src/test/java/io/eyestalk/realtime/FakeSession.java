package io.eyestalk.realtime;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that remembers what it was asked to send. */
public final class FakeSession implements Session {
    private final ConnectionId id;
    private final List<Sent> sent = new ArrayList<>();
    private @Nullable Seat seat;
    private final List<Duration> probes = new ArrayList<>();
    private boolean closed;
    private boolean dropped;

    public FakeSession(String id) {
        this.id = new ConnectionId(id);
    }

    /** A connection of a member of room {@code r1}. */
    public static FakeSession seated(String member) {
        var session = new FakeSession("connection-of-" + member);
        session.bind(
                new Seat(new RoomId("r1"), new MemberId(member), new Nickname("Name " + member)));
        return session;
    }

    public List<Sent> sent() {
        return sent;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public ConnectionId id() {
        return id;
    }

    @Override
    public ClientAddress address() {
        return new ClientAddress("192.0.2.1");
    }

    @Override
    public Optional<Seat> binding() {
        return Optional.ofNullable(seat);
    }

    @Override
    public void bind(Seat wanted) {
        seat = wanted;
    }

    @Override
    public void unbind() {
        seat = null;
    }

    @Override
    public void release() {}

    @Override
    public void emit(String event, Object payload) {
        sent.add(new Sent("connection " + id.value(), event, payload));
    }

    @Override
    public void emit(String event) {
        sent.add(new Sent("connection " + id.value(), event, null));
    }

    @Override
    public void probe(Duration within) {
        probes.add(within);
    }

    /** How long this client was given to show that it lives, each time it was asked. */
    public List<Duration> probes() {
        return probes;
    }

    @Override
    public void drop() {
        dropped = true;
    }

    public boolean isDropped() {
        return dropped;
    }

    @Override
    public void close() {
        closed = true;
    }
}
