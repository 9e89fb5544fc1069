package socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A WebSocket that carries a session. */
final class WebSocketLink extends WebSocketMessages implements Link {
    private @Nullable EngineSession session;

    WebSocketLink(int maxPayload) {
        super(maxPayload);
    }

    /** Set once, before this handler is in a pipeline. */
    void carry(EngineSession carried) {
        session = carried;
    }

    private EngineSession session() {
        return Objects.requireNonNull(session);
    }

    @Override
    public Transport transport() {
        return Transport.WEBSOCKET;
    }

    @Override
    public boolean isReady() {
        var ctx = context();
        return ctx != null && ctx.channel().isWritable();
    }

    @Override
    public void write(ByteBuf frames) {
        var ctx = context();
        if (ctx == null) {
            frames.release();
        } else {
            var _ = ctx.write(frames, ctx.voidPromise());
        }
    }

    @Override
    public void flush() {
        var ctx = context();
        if (ctx != null) {
            ctx.flush();
        }
    }

    @Override
    public void close(CloseReason reason) {
        var ctx = context();
        if (ctx != null && reason == CloseReason.SLOW_CONSUMER) {
            var _ = // A close frame would queue behind all that the client does not read.
                    ctx.close();
        } else {
            closeWith(status(reason));
        }
    }

    @Override
    public void whenGone(Runnable task) {
        var ctx = context();
        if (ctx == null) {
            task.run();
        } else {
            ctx.channel().closeFuture().addListener(_ -> task.run());
        }
    }

    @Override
    public void abort() {
        var ctx = context();
        if (ctx != null) {
            var _ = ctx.close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            session().drain();
        }
    }

    @Override
    void text(byte[] message) {
        session().receiveText(message);
    }

    @Override
    void binary(byte[] message) {
        session().receiveBinary(message);
    }

    @Override
    void ended(CloseReason reason) {
        session().close(reason);
    }

    private static WebSocketCloseStatus status(CloseReason reason) {
        return switch (reason) {
            case PARSE_ERROR -> WebSocketCloseStatus.PROTOCOL_ERROR;
            case TOO_LARGE -> WebSocketCloseStatus.MESSAGE_TOO_BIG;
            case TOO_MANY_MESSAGES -> WebSocketCloseStatus.POLICY_VIOLATION;
            case SERVER_SHUTTING_DOWN -> WebSocketCloseStatus.ENDPOINT_UNAVAILABLE;
            default -> WebSocketCloseStatus.NORMAL_CLOSURE;
        };
    }
}
