package socketio.server;

import java.time.Duration;
import socketio.engine.ClientAddress;
import socketio.engine.EngineOptions;
import socketio.engine.OriginPolicy;
import socketio.engine.Transport;

/** Collects the options of a server; every one has a default that is safe on the open internet. */
public final class SocketIoServerBuilder {
    private final EngineOptions.Builder engine = EngineOptions.builder().path("/socket.io/");
    private Duration connectTimeout = Duration.ofSeconds(45);
    private int maxAttachments = 10;

    SocketIoServerBuilder() {}

    /** Where requests are taken; default {@code /socket.io/}. */
    public SocketIoServerBuilder path(String path) {
        engine.path(path);
        return this;
    }

    /** Between two pings to one client; default 25 s. */
    public SocketIoServerBuilder pingInterval(Duration interval) {
        engine.pingInterval(interval);
        return this;
    }

    /** How long a pong may take; default 20 s. */
    public SocketIoServerBuilder pingTimeout(Duration timeout) {
        engine.pingTimeout(timeout);
        return this;
    }

    /** How long a connection may be in no namespace at all; default 45 s. */
    public SocketIoServerBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    /** Bytes of one request body or one message; default 64 KiB. */
    public SocketIoServerBuilder maxPayload(int bytes) {
        engine.maxPayload(bytes);
        return this;
    }

    /** Binary attachments of one packet; default 10. */
    public SocketIoServerBuilder maxAttachments(int attachments) {
        maxAttachments = attachments;
        return this;
    }

    /** Which web pages may connect; default those of the same origin. */
    public SocketIoServerBuilder origins(OriginPolicy policy) {
        engine.origins(policy);
        return this;
    }

    /** Default both. */
    public SocketIoServerBuilder transports(Transport... transports) {
        engine.transports(transports);
        return this;
    }

    /** Who counts as the client of a request; default the TCP peer. */
    public SocketIoServerBuilder clientAddress(ClientAddress resolver) {
        engine.clientAddress(resolver);
        return this;
    }

    /** Connections of one IPv4 address or IPv6 /64 network; 0 for no limit, default 1000. */
    public SocketIoServerBuilder connectionsPerAddress(int connections) {
        engine.connectionsPerAddress(connections);
        return this;
    }

    /** What a client may send before it is closed, as a token bucket; default 100/s, burst 300. */
    public SocketIoServerBuilder eventRate(int perSecond, int burst) {
        engine.messageRate(perSecond, burst);
        return this;
    }

    public SocketIoServerBuilder unlimitedEvents() {
        engine.unlimitedMessages();
        return this;
    }

    /** Bytes that may wait for a client that does not read before it is closed; default 4 MiB. */
    public SocketIoServerBuilder outgoingBound(int bytes) {
        engine.outgoingBound(bytes);
        return this;
    }

    /** How long a request body may trickle in, and an upgrade may take; default 10 s. */
    public SocketIoServerBuilder requestTimeout(Duration timeout) {
        engine.requestTimeout(timeout);
        return this;
    }

    /**
     * Checks the options and makes the server.
     *
     * @throws IllegalArgumentException if an option is out of range
     */
    public SocketIoServer build() {
        if (connectTimeout.toMillis() <= 0 || maxAttachments < 0) {
            throw new IllegalArgumentException("connectTimeout or maxAttachments out of range");
        }
        return new SocketIoServer(engine.build(), connectTimeout, maxAttachments);
    }
}
