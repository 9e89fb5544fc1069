package socketio.engine;

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An Engine.IO v4 server: the sessions of any number of channels. */
public final class EngineServer implements AutoCloseable {
    private final EngineOptions options;
    private final EngineListener listener;
    private final AddressCounter addresses;
    private final ConcurrentHashMap<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<EventLoop, LoopOutbox> outboxes = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<Void> emptied = new CompletableFuture<>();
    private volatile boolean shuttingDown;

    public EngineServer(EngineOptions options, EngineListener listener) {
        this.options = options;
        this.listener = listener;
        this.addresses = new AddressCounter(options.connectionsPerAddress());
    }

    /**
     * A new handler for one channel, to be put right after the {@code HttpServerCodec}. It takes
     * requests whose path starts with {@link EngineOptions#path} and lets all others pass.
     */
    public ChannelHandler handler() {
        return new EngineHttpHandler(this);
    }

    public EngineOptions options() {
        return options;
    }

    /** How many sessions are open. */
    public int sessions() {
        return open.get();
    }

    /**
     * Refuses new sessions, closes every session after what was sent to it before, and waits up to
     * {@code drain} for the clients to fetch it.
     *
     * @return completes when every session is gone or {@code drain} is over
     */
    public CompletionStage<Void> shutdown(Duration drain) {
        shuttingDown = true;
        sessions.values().forEach(session -> session.close(CloseReason.SERVER_SHUTTING_DOWN));
        completeIfEmpty();
        return emptied.copy().completeOnTimeout(null, drain.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes every session without waiting. */
    @Override
    public void close() {
        shuttingDown = true;
        sessions.values().forEach(session -> session.close(CloseReason.SERVER_SHUTTING_DOWN));
    }

    EngineListener listener() {
        return listener;
    }

    boolean isShuttingDown() {
        return shuttingDown;
    }

    @Nullable TokenBucket newTokens() {
        return options.messagesPerSecond() == 0
                ? null
                : new TokenBucket(
                        options.messagesPerSecond(), options.messageBurst(), System.nanoTime());
    }

    LoopOutbox outboxOf(EventLoop loop) {
        return outboxes.computeIfAbsent(loop, LoopOutbox::new);
    }

    @Nullable EngineSession find(String sid) {
        return sessions.get(sid);
    }

    /** Whether one more session of this client is allowed; if so it is counted. */
    boolean admit(HandshakeRequest request) {
        return addresses.enter(request.remoteAddress());
    }

    void add(EngineSession session) {
        open.incrementAndGet();
        sessions.put(session.id(), session);
        session.start();
        if (shuttingDown) {
            session.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
    }

    /** The session is over, but its last words may wait to be fetched by one more poll. */
    void ended(EngineSession session, boolean hasLastWords) {
        open.decrementAndGet();
        addresses.leave(session.request().remoteAddress());
        if (hasLastWords) {
            var _ =
                    session.loop()
                            .schedule(
                                    () -> forget(session),
                                    options.requestTimeout().toMillis(),
                                    TimeUnit.MILLISECONDS);
        } else {
            forget(session);
        }
    }

    void forget(EngineSession session) {
        sessions.remove(session.id());
        session.releaseLastWords();
        completeIfEmpty();
    }

    private void completeIfEmpty() {
        if (shuttingDown && sessions.isEmpty()) {
            emptied.complete(null);
        }
    }
}
