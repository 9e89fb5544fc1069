package socketio.server;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A namespace of this process. */
final class LocalNamespace implements Namespace {
    private static final Logger LOG = LoggerFactory.getLogger(LocalNamespace.class);

    private final String name;
    private final ConcurrentHashMap<String, ConnectedSocket> sockets = new ConcurrentHashMap<>();
    private final Rooms rooms = new Rooms();
    private final List<Middleware> middlewares = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> connectListeners = new CopyOnWriteArrayList<>();
    private final EventTable<NamespaceListener> listeners = new EventTable<>();

    LocalNamespace(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace use(Middleware middleware) {
        middlewares.add(middleware);
        return this;
    }

    @Override
    public Namespace onConnect(Consumer<Socket> listener) {
        connectListeners.add(listener);
        return this;
    }

    @Override
    public Namespace on(String event, NamespaceListener listener) {
        listeners.put(event, listener);
        return this;
    }

    @Override
    public Optional<Socket> socket(String id) {
        return Optional.ofNullable(sockets.get(id));
    }

    @Override
    public Collection<Socket> sockets() {
        return Collections.unmodifiableCollection(sockets.values());
    }

    @Override
    public Broadcast to(String... names) {
        return new RoomBroadcast(this, List.of(names), null, false);
    }

    @Override
    public Broadcast all() {
        return new RoomBroadcast(this, List.of(), null, false);
    }

    Rooms rooms() {
        return rooms;
    }

    Collection<ConnectedSocket> members() {
        return sockets.values();
    }

    @Nullable NamespaceListener listener(ReceivedEvent event) {
        return listeners.find(event);
    }

    /** Asks every middleware in turn; the first refusal is the answer. */
    CompletionStage<Admission> admit(Handshake handshake) {
        CompletionStage<Admission> admission = CompletableFuture.completedStage(Admission.accept());
        for (var middleware : middlewares) {
            admission =
                    admission.thenCompose(
                            sofar ->
                                    sofar instanceof Admission.Accepted
                                            ? middleware.admit(handshake)
                                            : CompletableFuture.completedStage(sofar));
        }
        return admission;
    }

    void add(ConnectedSocket socket) {
        sockets.put(socket.id(), socket);
    }

    void announce(ConnectedSocket socket) {
        for (var listener : connectListeners) {
            try {
                listener.accept(socket);
            } catch (RuntimeException bug) {
                LOG.error("event=listener-failed namespace={}", name, bug);
            }
        }
    }

    void remove(ConnectedSocket socket) {
        sockets.remove(socket.id(), socket);
    }
}
