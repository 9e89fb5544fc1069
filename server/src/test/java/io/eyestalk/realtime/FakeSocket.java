package io.eyestalk.realtime;

import io.eyestalk.shared.ClientAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketio.server.Ack;
import socketio.server.Broadcast;
import socketio.server.DisconnectReason;
import socketio.server.EncodedEvent;
import socketio.server.EventListener;
import socketio.server.Handshake;
import socketio.server.Namespace;
import socketio.server.Socket;

/** A Socket.IO connection without a network: remembers what was sent to it. */
final class FakeSocket implements Socket {
    private final String id;
    private final List<Sent> sent = new ArrayList<>();
    private final List<EncodedEvent> news = new ArrayList<>();
    private boolean connected = true;

    FakeSocket(String id) {
        this.id = id;
    }

    /** Its session among those, whose tasks run at once. */
    SocketSession open(LiveSessions sessions) {
        var session =
                new SocketSession(
                        this,
                        new ClientAddress("192.0.2.1"),
                        sessions,
                        new SerialQueue(Runnable::run, 1));
        sessions.add(session);
        return session;
    }

    /** What was sent to this connection only. */
    List<Sent> sent() {
        return sent;
    }

    /** What was encoded once for many. */
    List<EncodedEvent> news() {
        return news;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void emit(String event, @Nullable Object... args) {
        sent.add(new Sent("connection " + id, event, args.length == 0 ? null : args[0]));
    }

    @Override
    public void probe(Duration within) {
        throw new UnsupportedOperationException("probe");
    }

    @Override
    public void emitEncoded(EncodedEvent event) {
        news.add(event);
    }

    @Override
    public void disconnect() {
        connected = false;
    }

    @Override
    public void close() {
        connected = false;
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public Namespace namespace() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handshake handshake() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void on(String event, EventListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAny(EventListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onDisconnect(Consumer<DisconnectReason> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void emit(String event, Ack ack, Duration timeout, @Nullable Object... args) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void emitVolatile(String event, @Nullable Object... args) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(String room) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void leave(String room) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> rooms() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Broadcast to(String... rooms) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object attachment() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void attach(@Nullable Object attachment) {
        throw new UnsupportedOperationException();
    }
}
