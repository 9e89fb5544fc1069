package socketio.server;

/** Hears events of one socket, on the connection's event loop. */
@FunctionalInterface
public interface EventListener {
    void on(Event event);
}
