package socketio.server;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.protocol.EventName;
import socketio.protocol.Json;
import socketio.protocol.Packet;
import socketio.protocol.PacketWriter;

/** One client in one namespace. What few sockets need is only made when they need it. */
final class ConnectedSocket implements Socket, ReceivedEvent.Acknowledger {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectedSocket.class);

    private final String id;
    private final LocalNamespace namespace;
    private final Connection connection;
    private final Handshake handshake;
    private volatile boolean connected = true;
    private volatile @Nullable Object attachment;
    private volatile @Nullable EventListener anyListener;
    private volatile @Nullable EventTable<EventListener> listeners;

    // Guarded by this.
    private List<Room> rooms = List.of();
    private List<Consumer<DisconnectReason>> disconnectListeners = List.of();
    private @Nullable PendingAcks acks;
    private @Nullable DisconnectReason endedBecause;

    ConnectedSocket(
            String id, LocalNamespace namespace, Connection connection, Handshake handshake) {
        this.id = id;
        this.namespace = namespace;
        this.connection = connection;
        this.handshake = handshake;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Namespace namespace() {
        return namespace;
    }

    @Override
    public Handshake handshake() {
        return handshake;
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public void attach(@Nullable Object value) {
        attachment = value;
    }

    // Listening.

    @Override
    public synchronized void on(String event, EventListener listener) {
        var table = listeners;
        if (table == null) {
            table = new EventTable<>();
            listeners = table;
        }
        table.put(event, listener);
    }

    @Override
    public void onAny(EventListener listener) {
        anyListener = listener;
    }

    @Override
    public void onDisconnect(Consumer<DisconnectReason> listener) {
        DisconnectReason reason;
        synchronized (this) {
            reason = endedBecause;
            if (reason == null) {
                disconnectListeners = plus(disconnectListeners, listener);
                return;
            }
        }
        connection.session().execute(() -> listener.accept(reason));
    }

    void receive(ReceivedEvent event) {
        try {
            dispatch(event);
        } catch (RuntimeException bug) {
            LOG.error("event=listener-failed namespace={}", namespace.name(), bug);
        }
    }

    private void dispatch(ReceivedEvent event) {
        var table = listeners;
        var own = table == null ? null : table.find(event);
        if (own != null) {
            own.on(event);
            return;
        }
        var shared = namespace.listener(event);
        if (shared != null) {
            shared.on(this, event);
            return;
        }
        var any = anyListener;
        if (any != null) {
            any.on(event);
        }
    }

    void receiveAck(Packet packet, List<byte[]> attachments) {
        var waiting = pendingAcks();
        if (waiting.isExpected(packet.id())) {
            waiting.answer(packet.id(), Json.array(packet, attachments));
        }
    }

    // Sending.

    @Override
    public void emit(String event, @Nullable Object... args) {
        EventName.requireUsable(event);
        if (connected) {
            send(PacketWriter.event(namespace.name(), Packet.NO_ID, event, args));
        }
    }

    @Override
    public void emit(String event, Ack ack, Duration timeout, @Nullable Object... args) {
        EventName.requireUsable(event);
        var ackId = pendingAcks().expect(ack, timeout);
        if (connected) {
            send(PacketWriter.event(namespace.name(), ackId, event, args));
        }
    }

    @Override
    public void emitVolatile(String event, @Nullable Object... args) {
        EventName.requireUsable(event);
        if (connected && !isBusy()) {
            send(PacketWriter.event(namespace.name(), Packet.NO_ID, event, args));
        }
    }

    @Override
    public void probe(Duration within) {
        connection.session().probe(within);
    }

    @Override
    public void emitEncoded(EncodedEvent event) {
        if (connected) {
            send(event.frames());
        }
    }

    @Override
    public Broadcast to(String... names) {
        return namespace.to(names).except(id);
    }

    @Override
    public void acknowledge(long ackId, @Nullable Object[] args) {
        if (connected) {
            send(PacketWriter.ack(namespace.name(), ackId, args));
        }
    }

    boolean isBusy() {
        return connection.session().isBusy();
    }

    /** Sends frames made by this namespace; takes the buffer over. */
    void send(ByteBuf frames) {
        if (connected) {
            connection.session().send(frames);
        } else {
            frames.release();
        }
    }

    private void send(byte[] frames) {
        connection.session().send(frames);
    }

    private synchronized PendingAcks pendingAcks() {
        if (acks == null) {
            acks = new PendingAcks(connection.session());
            if (endedBecause != null) {
                acks.end();
            }
        }
        return acks;
    }

    // Rooms.

    @Override
    public synchronized void join(String room) {
        if (connected && rooms.stream().noneMatch(joined -> joined.name().equals(room))) {
            rooms = plus(rooms, namespace.rooms().enter(room, this));
        }
    }

    @Override
    public synchronized void leave(String room) {
        for (var joined : rooms) {
            if (joined.name().equals(room)) {
                namespace.rooms().leave(joined, this);
                rooms = rooms.stream().filter(other -> other != joined).toList();
                return;
            }
        }
    }

    @Override
    public synchronized Set<String> rooms() {
        return rooms.stream().map(Room::name).collect(Collectors.toUnmodifiableSet());
    }

    // The end.

    @Override
    public void disconnect() {
        synchronized (this) {
            if (!connected) {
                return;
            }
            connected = false;
            send(PacketWriter.disconnected(namespace.name()));
        }
        connection.disconnected(this);
    }

    @Override
    public void close() {
        connection.session().close();
    }

    /** Leaves everything and tells the listeners; only the first call does. On the loop. */
    void end(DisconnectReason reason) {
        List<Consumer<DisconnectReason>> toTell;
        PendingAcks unanswered;
        synchronized (this) {
            if (endedBecause != null) {
                return;
            }
            endedBecause = reason;
            connected = false;
            rooms.forEach(room -> namespace.rooms().leave(room, this));
            rooms = List.of();
            toTell = disconnectListeners;
            disconnectListeners = List.of();
            unanswered = acks;
        }
        namespace.remove(this);
        if (unanswered != null) {
            unanswered.end();
        }
        toTell.forEach(listener -> tell(listener, reason));
    }

    private void tell(Consumer<DisconnectReason> listener, DisconnectReason reason) {
        try {
            listener.accept(reason);
        } catch (RuntimeException bug) {
            LOG.error("event=listener-failed namespace={}", namespace.name(), bug);
        }
    }

    private static <T> List<T> plus(List<T> list, T element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
