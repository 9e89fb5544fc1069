package socketio.server;

import socketio.engine.CloseReason;

/** Why a socket was disconnected, with the words other Socket.IO servers use for it. */
public enum DisconnectReason {
    /** The client sent DISCONNECT. */
    CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
    /** {@link Socket#disconnect} was called. */
    SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
    /** The client closed the connection or its network did. */
    TRANSPORT_CLOSE("transport close"),
    TRANSPORT_ERROR("transport error"),
    PING_TIMEOUT("ping timeout"),
    /** The client sent something that is no valid packet. */
    PARSE_ERROR("parse error"),
    /** A packet was larger than {@code maxPayload}. */
    PAYLOAD_TOO_LARGE("payload too large"),
    /** The client did not read what was sent to it. */
    SLOW_CONSUMER("slow consumer"),
    /** More events per second than allowed. */
    TOO_MANY_EVENTS("too many events"),
    /** {@link Socket#close} was called. */
    FORCED_CLOSE("forced server close"),
    SERVER_SHUTTING_DOWN("server shutting down");

    private final String text;

    DisconnectReason(String text) {
        this.text = text;
    }

    /** The reason as Socket.IO servers write it, for logs. */
    public String text() {
        return text;
    }

    static DisconnectReason of(CloseReason reason) {
        return switch (reason) {
            case TRANSPORT_CLOSE -> TRANSPORT_CLOSE;
            case TRANSPORT_ERROR -> TRANSPORT_ERROR;
            case PING_TIMEOUT -> PING_TIMEOUT;
            case PARSE_ERROR -> PARSE_ERROR;
            case TOO_LARGE -> PAYLOAD_TOO_LARGE;
            case SLOW_CONSUMER -> SLOW_CONSUMER;
            case TOO_MANY_MESSAGES -> TOO_MANY_EVENTS;
            case FORCED_CLOSE -> FORCED_CLOSE;
            case SERVER_SHUTTING_DOWN -> SERVER_SHUTTING_DOWN;
        };
    }
}
