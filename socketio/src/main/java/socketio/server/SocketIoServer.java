package socketio.server;

import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.engine.EngineOptions;
import socketio.engine.EngineServer;
import socketio.engine.HttpHost;

/** A Socket.IO v5 server: attached to a host's HTTP pipeline, or listening alone. */
public final class SocketIoServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketIoServer.class);
    private static final String MAIN = "/";

    private final ConcurrentHashMap<String, LocalNamespace> namespaces = new ConcurrentHashMap<>();
    private final EngineServer engine;
    private final Duration connectTimeout;
    private final int maxAttachments;

    SocketIoServer(EngineOptions options, Duration connectTimeout, int maxAttachments) {
        this.connectTimeout = connectTimeout;
        this.maxAttachments = maxAttachments;
        this.engine = new EngineServer(options, new ConnectionListener(this));
        namespaces.put(MAIN, new LocalNamespace(MAIN));
    }

    public static SocketIoServerBuilder builder() {
        return new SocketIoServerBuilder();
    }

    /** The namespace of that name, created at the first call; a missing first slash is added. */
    public Namespace namespace(String name) {
        var slashed = name.startsWith("/") ? name : "/" + name;
        if (slashed.indexOf(',') >= 0) {
            throw new IllegalArgumentException("a namespace has no comma: " + name);
        }
        return namespaces.computeIfAbsent(slashed, LocalNamespace::new);
    }

    /**
     * A new handler for one channel, to be put right after the host's {@code HttpServerCodec}. It
     * takes the requests whose path starts with the configured one and lets all others pass
     * untouched.
     */
    public ChannelHandler handler() {
        return engine.handler();
    }

    /** How many connections are open now. */
    public int connections() {
        return engine.sessions();
    }

    /**
     * Stops accepting, tells every client to go (official clients reconnect by themselves), waits
     * for what is still to be sent, then closes whatever is left after {@code drain}. The stage
     * completes when no connection is left.
     */
    public CompletionStage<Void> shutdown(Duration drain) {
        return engine.shutdown(drain);
    }

    /**
     * Listens without a host, on event loops of its own.
     *
     * @throws IllegalStateException if the address cannot be bound
     */
    public StandaloneServer listen(InetSocketAddress address) {
        var host = HttpHost.listen(engine, address);
        return new StandaloneServer() {
            @Override
            public InetSocketAddress address() {
                return host.address();
            }

            @Override
            public void close() {
                SocketIoServer.this.close();
                host.close();
            }
        };
    }

    /** Closes every connection at once. */
    @Override
    public void close() {
        engine.close();
    }

    @Nullable LocalNamespace find(String name) {
        return namespaces.get(name);
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    int maxAttachments() {
        return maxAttachments;
    }

    void report(@Nullable Throwable failure) {
        LOG.error("event=middleware-failed", failure);
    }
}
