package socketio.engine;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that wants to take over a polling session: probe, probe answer, upgrade packet. What
 * arrives after the upgrade packet is held until the session has moved here.
 */
final class UpgradeCandidate extends WebSocketMessages {
    private static final byte[] PROBE = {'2', 'p', 'r', 'o', 'b', 'e'};
    private static final byte[] UPGRADE = {'5'};

    private final EngineSession session;
    private final Upgrade upgrade;
    private final EngineOptions options;
    private final EventLoop loop;
    private final Queue<Object> held = new ArrayDeque<>();
    private volatile boolean probed;
    private boolean switching;
    private @Nullable WebSocketLink link;

    UpgradeCandidate(
            EngineSession session, Upgrade upgrade, EngineOptions options, EventLoop loop) {
        super(options.maxPayload());
        this.session = session;
        this.upgrade = upgrade;
        this.options = options;
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    /** Whether the client may stop polling at any moment. */
    boolean isProbed() {
        return probed;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        super.handlerAdded(added);
        var deadline =
                loop.schedule(
                        this::giveUp, options.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        added.channel().closeFuture().addListener(_ -> deadline.cancel(false));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (switching) {
            held.add(message);
        } else {
            super.channelRead(ctx, message);
        }
    }

    @Override
    void text(byte[] message) {
        if (!probed && Arrays.equals(message, PROBE)) {
            probed = true;
            write("3probe");
            session.execute(upgrade::letGoWhileProbing);
        } else if (probed && Arrays.equals(message, UPGRADE)) {
            startSwitching();
        } else {
            ended(CloseReason.PARSE_ERROR);
        }
    }

    @Override
    void binary(byte[] message) {
        ended(CloseReason.PARSE_ERROR);
    }

    /** The candidate fails; the session goes on polling. */
    @Override
    void ended(CloseReason reason) {
        upgrade.withdraw(this);
        closeWith(WebSocketCloseStatus.PROTOCOL_ERROR);
    }

    /** The session does not want this WebSocket any more. Any thread. */
    void abandon() {
        var _ = Loops.execute(loop, this::discard);
    }

    /** The session lives here from now on. Called on this channel's loop. */
    void begin(WebSocketLink successor) {
        var ctx = context();
        if (ctx == null || !ctx.channel().isActive()) {
            session.close(CloseReason.TRANSPORT_CLOSE);
            return;
        }
        link = successor;
        ctx.pipeline().replace(this, null, successor);
        for (var frame = held.poll(); frame != null; frame = held.poll()) {
            successor.channelRead(ctx.pipeline().context(successor), frame);
        }
        ctx.channel().config().setAutoRead(true);
        session.drain();
        upgrade.finishDeferred();
    }

    private void startSwitching() {
        switching = true;
        var ctx = context();
        if (ctx != null) {
            ctx.channel().config().setAutoRead(false);
        }
        session.execute(() -> session.moveTo(this, upgrade));
    }

    private void giveUp() {
        if (link == null) {
            ended(CloseReason.TRANSPORT_CLOSE);
        }
    }

    private void discard() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        switching = false;
        closeWith(WebSocketCloseStatus.NORMAL_CLOSURE);
    }

    private void write(String packet) {
        var ctx = context();
        if (ctx != null) {
            var _ = ctx.writeAndFlush(Frames.text(packet));
        }
    }
}
