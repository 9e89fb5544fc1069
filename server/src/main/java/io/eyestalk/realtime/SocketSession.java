package io.eyestalk.realtime;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import socketio.server.EncodedEvent;
import socketio.server.Socket;

/** A session over one Socket.IO connection. */
final class SocketSession implements Session {
    private final Socket socket;
    private final LiveSessions sessions;
    private final SerialQueue queue;
    private final ConnectionId id;
    private final ClientAddress address;

    private final String mark;
    private volatile @Nullable Seat seat;
    private boolean ended;

    /** News that waits for {@link #release}; null while news goes straight through. */
    private @Nullable Queue<EncodedEvent> held;

    SocketSession(Socket socket, ClientAddress address, LiveSessions sessions, SerialQueue queue) {
        this.socket = socket;
        this.address = address;
        this.sessions = sessions;
        this.queue = queue;
        this.id = new ConnectionId(socket.id());
        this.mark = id.mark();
    }

    @Override
    public ConnectionId id() {
        return id;
    }

    @Override
    public ClientAddress address() {
        return address;
    }

    @Override
    public Optional<Seat> binding() {
        return Optional.ofNullable(seat);
    }

    /** What stands for this connection in logs. */
    String mark() {
        return mark;
    }

    SerialQueue queue() {
        return queue;
    }

    @Override
    public void bind(Seat wanted) {
        SocketSession older;
        Seat before;
        synchronized (this) {
            if (ended) {
                return;
            }
            if (held == null) {
                held = new ArrayDeque<>(4);
            }
            before = seat;
            if (before != null && !before.equals(wanted)) {
                sessions.vacate(before, this);
            }
            seat = wanted;
            older = sessions.occupy(wanted, this);
        }
        if (older != null) {
            older.dispossess(wanted);
        }
        if (before != null && !before.room().equals(wanted.room())) {
            sessions.changed(before.room());
        }
        sessions.changed(wanted.room());
    }

    @Override
    public void unbind() {
        Seat before;
        synchronized (this) {
            before = seat;
            seat = null;
            if (before != null && !ended) {
                sessions.vacate(before, this);
            }
        }
        if (before != null) {
            sessions.changed(before.room());
        }
    }

    /** Another connection speaks for the member now. */
    private synchronized void dispossess(Seat taken) {
        if (taken.equals(seat)) {
            seat = null;
        }
    }

    /** The connection is gone. The seat stays known. */
    void end() {
        synchronized (this) {
            ended = true;
            sessions.remove(this);
        }
        binding().map(Seat::room).ifPresent(sessions::changed);
    }

    /** Sends news, or keeps it until {@link #release}; false when the connection is gone. */
    synchronized boolean deliver(EncodedEvent event) {
        if (held != null) {
            held.add(event);
        } else {
            socket.emitEncoded(event);
        }
        return socket.connected();
    }

    @Override
    public synchronized void release() {
        var waiting = held;
        held = null;
        if (waiting != null) {
            waiting.forEach(socket::emitEncoded);
        }
    }

    @Override
    public void emit(String event, Object payload) {
        socket.emit(event, payload);
    }

    @Override
    public void emit(String event) {
        socket.emit(event);
    }

    @Override
    public void probe(Duration within) {
        socket.probe(within);
    }

    @Override
    public void drop() {
        socket.close();
    }

    @Override
    public void close() {
        socket.disconnect();
        socket.close();
    }
}
