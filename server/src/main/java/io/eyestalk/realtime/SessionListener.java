package io.eyestalk.realtime;

/** Hears of connections that come and go, in order with the events of that connection. */
public interface SessionListener {
    /** A connection is there. */
    default void connected(Session session) {}

    /** It ended; {@link Session#binding()} still tells whom it spoke for. */
    void disconnected(Session session, DisconnectKind kind);
}
