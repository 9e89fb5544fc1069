package socketio.server;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** A channel of its own over the shared connections. Every method may be called from any thread. */
public interface Namespace {

    /** The name, beginning with a slash. */
    String name();

    /**
     * Adds a check of newcomers. Checks run in the order they were added, before any {@link
     * #onConnect} listener; the first refusal is answered with CONNECT_ERROR.
     */
    Namespace use(Middleware middleware);

    /** Hears every newcomer, after its CONNECT was answered and before its first event. */
    Namespace onConnect(Consumer<Socket> listener);

    /**
     * Sets one listener for an event name of all sockets of this namespace. Costs nothing per
     * connection, unlike {@link Socket#on}.
     *
     * @throws IllegalArgumentException for a reserved name
     */
    Namespace on(String event, NamespaceListener listener);

    /** The connected socket with this id. */
    Optional<Socket> socket(String id);

    /** All connected sockets: a live, unchangeable view. */
    Collection<Socket> sockets();

    /** Everybody in at least one of these rooms, each once. */
    Broadcast to(String... rooms);

    /** Everybody in this namespace. */
    Broadcast all();

    /** An event of a namespace's client. */
    @FunctionalInterface
    interface NamespaceListener {
        void on(Socket socket, Event event);
    }
}
