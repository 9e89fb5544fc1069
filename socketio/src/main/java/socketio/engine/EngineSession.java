package socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client. What it sends is heard on the session's event loop; {@link #send}, {@link #close()}
 * and {@link #execute} may be called from any thread.
 */
public final class EngineSession {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSession.class);

    private final EngineServer server;
    private final String id;
    private final HandshakeRequest request;
    private final Heartbeat heartbeat;
    private final @Nullable TokenBucket tokens;

    /** Where callbacks run. Changes once, when the upgrade brings a channel of another loop. */
    private volatile LoopOutbox home;

    private volatile boolean open = true;
    private volatile @Nullable Object attachment;

    /** Guarded by this, like {@link #enlisted} and writes of {@link #link}. */
    private final SendQueue queue = new SendQueue();

    private boolean enlisted;
    private volatile boolean overflown;
    private volatile Link link;

    /** Null for a session that began with WebSocket. */
    private final @Nullable Upgrade upgrade;

    EngineSession(
            EngineServer server, String id, HandshakeRequest request, Link link, LoopOutbox home) {
        this.server = server;
        this.id = id;
        this.request = request;
        this.link = link;
        this.home = home;
        this.upgrade = link.transport() == Transport.POLLING ? new Upgrade(this) : null;
        this.heartbeat = new Heartbeat(this, server.options());
        this.tokens = server.newTokens();
    }

    /** The Engine.IO {@code sid}. It is a secret: who knows it can act as this client. */
    public String id() {
        return id;
    }

    public HandshakeRequest request() {
        return request;
    }

    public Transport transport() {
        return link.transport();
    }

    public boolean isOpen() {
        return open;
    }

    /** What the application keeps with this session. */
    public @Nullable Object attachment() {
        return attachment;
    }

    public void attach(@Nullable Object value) {
        attachment = value;
    }

    /**
     * Sends frames made by {@link MessageBuffer}. They keep the order in which they were handed
     * over and are dropped if the session is closed.
     */
    public void send(byte[] frames) {
        send(Unpooled.wrappedBuffer(frames));
    }

    /** Like {@link #send(byte[])}; takes the buffer over. */
    public void send(ByteBuf frames) {
        synchronized (this) {
            if (!open || overflown) {
                frames.release();
                return;
            }
            queue.add(frames);
            overflown = queue.bytes() > server.options().outgoingBound();
            if (enlisted && !overflown) {
                return;
            }
            enlisted = true;
        }
        if (overflown) {
            close(CloseReason.SLOW_CONSUMER);
        } else {
            home.enlist(this);
        }
    }

    /** Whether earlier messages still wait for the client to take them. */
    public synchronized boolean isBusy() {
        return !queue.isEmpty() || !link.isReady();
    }

    /**
     * Asks the client for a sign of life without waiting for the next ping, and closes the session
     * with {@link CloseReason#PING_TIMEOUT} if none comes within that time.
     */
    public void probe(Duration within) {
        execute(() -> heartbeat.probe(within.toMillis()));
    }

    /** Closes the session after what was sent before. */
    public void close() {
        close(CloseReason.FORCED_CLOSE);
    }

    /** Closes the session for this reason, which the listener will hear. */
    public void close(CloseReason reason) {
        execute(() -> finish(reason));
    }

    /** Runs a task where callbacks run: now if this is that thread, soon otherwise. */
    public void execute(Runnable task) {
        if (loop().inEventLoop()) {
            task.run();
        } else if (!Loops.execute(loop(), () -> execute(task))) {
            discard();
        }
    }

    /** Runs a task where callbacks run, after a delay, unless the result is cancelled. */
    public Future<?> schedule(Runnable task, Duration delay) {
        return loop().schedule(() -> execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    Link link() {
        return link;
    }

    EventLoop loop() {
        return home.loop();
    }

    void start() {
        heartbeat.start();
        tell(() -> server.listener().opened(this));
    }

    /** Moves what waits to the link as far as it takes it. */
    void drain() {
        var here = home;
        if (!here.loop().inEventLoop()) {
            here.enlist(this);
            return;
        }
        Link current;
        synchronized (this) {
            enlisted = false;
            if (!open) {
                return;
            }
            current = link;
            fill(current);
        }
        current.flush();
    }

    /** The event loop is gone. */
    void discard() {
        synchronized (this) {
            open = false;
            queue.release();
        }
    }

    // What the client sends, on the loop.

    /** Takes one packet; false if it is none of Engine.IO's, which ends the session. */
    boolean receiveText(byte[] packet) {
        if (!isWithinRate()) {
            return true;
        }
        switch (packet.length == 0 ? 0 : packet[0]) {
            case '4' -> tell(() -> server.listener().text(this, packet, 1));
            case '3' -> heartbeat.pong();
            case '1' -> finish(CloseReason.TRANSPORT_CLOSE);
            case '6' -> {}
            default -> {
                finish(CloseReason.PARSE_ERROR);
                return false;
            }
        }
        return true;
    }

    void receiveBinary(byte[] message) {
        if (isWithinRate()) {
            tell(() -> server.listener().binary(this, message));
        }
    }

    private boolean isWithinRate() {
        if (!open || (upgrade != null && upgrade.hasDeferred())) {
            return false;
        }
        if (tokens != null && !tokens.take(System.nanoTime())) {
            finish(CloseReason.TOO_MANY_MESSAGES);
            return false;
        }
        return true;
    }

    // The upgrade.

    @Nullable Upgrade upgrade() {
        return upgrade;
    }

    /** Moves the session to the loop of its WebSocket, which is the end of polling. On the loop. */
    void moveTo(UpgradeCandidate webSocket, Upgrade move) {
        var successor = new WebSocketLink(server.options().maxPayload());
        successor.carry(this);
        var predecessor = link;
        synchronized (this) {
            if (!move.complete(webSocket)) {
                webSocket.abandon();
                return;
            }
            link = successor;
            home = server.outboxOf(webSocket.loop());
        }
        if (predecessor instanceof PollingLink polling) {
            polling.leaveBehind();
        }
        heartbeat.moveTo(home);
        if (!Loops.execute(loop(), () -> webSocket.begin(successor))) {
            discard();
        }
    }

    // The end, on the loop.

    void finish(CloseReason reason) {
        UpgradeCandidate abandoned;
        synchronized (this) {
            if (!open || (upgrade != null && upgrade.defer(reason))) {
                return;
            }
            open = false;
            if (reason.isGraceful()) {
                fillForTheLastTime();
            }
            queue.release();
            abandoned = upgrade == null ? null : upgrade.abandon();
        }
        heartbeat.stop();
        if (abandoned != null) {
            abandoned.abandon();
        }
        link.flush();
        link.close(reason);
        server.ended(this);
        link.whenGone(() -> server.forget(this));
        tell(() -> server.listener().closed(this, reason));
    }

    private void fill(Link target) {
        while (target.isReady()) {
            var frames = queue.poll();
            if (frames == null) {
                return;
            }
            target.write(frames);
        }
    }

    /** What was sent before the end goes to the link even if it is not ready for more. */
    private void fillForTheLastTime() {
        for (var frames = queue.poll(); frames != null; frames = queue.poll()) {
            link.write(frames);
        }
    }

    /** Gives up on last words that nobody fetches. Any thread. */
    void abort() {
        execute(() -> link.abort());
    }

    /** An application's bug must not break the transport. */
    private void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException bug) {
            LOG.error("event=listener-failed transport={}", transport().wire(), bug);
        }
    }
}
