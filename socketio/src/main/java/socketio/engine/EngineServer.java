package socketio.engine;

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
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
    private final TakeOver takeOver;
    private final ConcurrentHashMap<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<EventLoop, LoopOutbox> outboxes = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<Void> emptied = new CompletableFuture<>();
    private volatile boolean shuttingDown;

    public EngineServer(EngineOptions options, EngineListener listener) {
        this.options = options;
        this.listener = listener;
        this.addresses = new AddressCounter(options.connectionsPerAddress());
        this.takeOver = new TakeOver(options.maxPayload());
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
     * Refuses new sessions, closes every session after what was sent to it before, and gives the
     * clients up to {@code drain} to take it and leave; whoever is left then is cut off.
     *
     * @return completes when every client is gone or {@code drain} is over
     */
    public CompletionStage<Void> shutdown(Duration drain) {
        sendAway();
        completeIfEmpty();
        CompletableFuture.delayedExecutor(drain.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::abort);
        return emptied.copy();
    }

    /** Closes every session without waiting. */
    @Override
    public void close() {
        sendAway();
        abort();
    }

    private void sendAway() {
        shuttingDown = true;
        sessions.values().forEach(session -> session.close(CloseReason.SERVER_SHUTTING_DOWN));
    }

    private void abort() {
        sessions.values().forEach(EngineSession::abort);
        emptied.complete(null);
    }

    EngineListener listener() {
        return listener;
    }

    TakeOver takeOver() {
        return takeOver;
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

    /** A copy of the sessions that are open now. */
    List<EngineSession> openSessions() {
        return sessions.values().stream().filter(EngineSession::isOpen).toList();
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

    /** The session is over; it may still take its leave until {@link #forget}. */
    void ended(EngineSession session) {
        open.decrementAndGet();
        addresses.leave(session.request().remoteAddress());
        if (session.transport() == Transport.POLLING) {
            var millis = options.requestTimeout().toMillis();
            var _ = session.loop().schedule(session::abort, millis, TimeUnit.MILLISECONDS);
        }
    }

    void forget(EngineSession session) {
        sessions.remove(session.id());
        completeIfEmpty();
    }

    private void completeIfEmpty() {
        if (shuttingDown && sessions.isEmpty()) {
            emptied.complete(null);
        }
    }
}
