package socketio.engine;

/** Why an Engine.IO session ended. */
public enum CloseReason {
    /** The client said goodbye or its TCP connection ended. */
    TRANSPORT_CLOSE,
    /** The TCP connection or the WebSocket framing broke. */
    TRANSPORT_ERROR,
    /** No pong arrived within {@code pingTimeout}. */
    PING_TIMEOUT,
    /** The client sent something that is not Engine.IO, or that the listener refused. */
    PARSE_ERROR,
    /** A request or message was larger than {@code maxPayload}. */
    TOO_LARGE,
    /** The client did not read and its outgoing queue passed the bound. */
    SLOW_CONSUMER,
    /** The client sent more messages per second than it may. */
    TOO_MANY_MESSAGES,
    /** The application closed the session. */
    FORCED_CLOSE,
    /** The server is shutting down. */
    SERVER_SHUTTING_DOWN;

    /** Whether what was sent before still reaches the client. */
    boolean isGraceful() {
        return this == FORCED_CLOSE || this == SERVER_SHUTTING_DOWN;
    }
}
