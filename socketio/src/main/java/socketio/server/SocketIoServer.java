package socketio.server;

import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import socketio.engine.EngineOptions;

/** A Socket.IO v5 server: attached to a host's HTTP pipeline, or listening alone. */
@SuppressWarnings("DoNotCallSuggester") // until the engine is in
public final class SocketIoServer implements AutoCloseable {

    SocketIoServer(EngineOptions options, Duration connectTimeout, int maxAttachments) {}

    public static SocketIoServerBuilder builder() {
        return new SocketIoServerBuilder();
    }

    /** The namespace of that name, created at the first call; a missing first slash is added. */
    public Namespace namespace(String name) {
        throw new UnsupportedOperationException(name);
    }

    /**
     * A new handler for one channel, to be put right after the host's {@code HttpServerCodec}. It
     * takes the requests whose path starts with the configured one and lets all others pass
     * untouched.
     */
    public ChannelHandler handler() {
        throw new UnsupportedOperationException();
    }

    /** How many connections are open now. */
    public int connections() {
        return 0;
    }

    /**
     * Stops accepting, tells every client to go (official clients reconnect by themselves), waits
     * for what is still to be sent, then closes whatever is left after {@code drain}. The stage
     * completes when no connection is left.
     */
    public CompletionStage<Void> shutdown(Duration drain) {
        throw new UnsupportedOperationException();
    }

    /**
     * Listens without a host, on event loops of its own.
     *
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    public StandaloneServer listen(InetSocketAddress address) {
        throw new UnsupportedOperationException();
    }

    /** Closes every connection at once. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
