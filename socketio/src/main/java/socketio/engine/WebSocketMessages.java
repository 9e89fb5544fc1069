package socketio.engine;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last handler of a WebSocket channel: turns frames into messages and ends it in order. */
abstract class WebSocketMessages extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketMessages.class);

    /** How long the client may take to read all that was sent to it before a close frame. */
    private static final int CLOSE_SECONDS = 10;

    /** How long the client may take to answer a close frame (RFC 6455 section 7.1.1). */
    private static final int ANSWER_SECONDS = 2;

    private final Assembler assembler;
    private @Nullable ChannelHandlerContext context;
    private boolean closing;

    WebSocketMessages(int maxPayload) {
        assembler = new Assembler(maxPayload);
    }

    /** A text message, valid UTF-8. */
    abstract void text(byte[] message);

    abstract void binary(byte[] message);

    /** The channel ends; called once or more. */
    abstract void ended(CloseReason reason);

    /** Null until this handler is in its pipeline. */
    @Nullable ChannelHandlerContext context() {
        return context;
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        var frame = (WebSocketFrame) message;
        try {
            if (!closing) {
                receive(ctx, frame);
            } else if (frame instanceof CloseWebSocketFrame) {
                var _ = ctx.close();
            }
        } finally {
            frame.release();
        }
    }

    private void receive(ChannelHandlerContext ctx, WebSocketFrame frame) {
        switch (frame) {
            case PingWebSocketFrame ping -> answerPing(ctx, ping);
            case PongWebSocketFrame _ -> {}
            case CloseWebSocketFrame close -> answerClose(ctx, close);
            default -> assemble(frame);
        }
    }

    private void assemble(WebSocketFrame frame) {
        var message = assembler.add(frame);
        if (message == null) {
            return;
        }
        if (!assembler.isText()) {
            binary(message);
        } else if (Utf8.isValid(message)) {
            text(message);
        } else {
            fail(WebSocketCloseStatus.INVALID_PAYLOAD_DATA, CloseReason.PARSE_ERROR);
        }
    }

    private static void answerPing(ChannelHandlerContext ctx, PingWebSocketFrame ping) {
        var _ = ctx.writeAndFlush(Frames.pong(ByteBufUtil.getBytes(ping.content())));
    }

    private void answerClose(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
        closing = true;
        var code = Math.max(close.statusCode(), 0);
        ctx.writeAndFlush(Frames.close(code)).addListener(ChannelFutureListener.CLOSE);
        ended(CloseReason.TRANSPORT_CLOSE);
    }

    /** Sends a close frame and gives the client a moment to take and to answer it. */
    void closeWith(WebSocketCloseStatus status) {
        var ctx = context;
        if (ctx == null || closing || !ctx.channel().isActive()) {
            return;
        }
        closing = true;
        var channel = ctx.channel();
        channel.config().setAutoRead(true);
        ctx.writeAndFlush(Frames.close(status.code()))
                .addListener(_ -> abortIn(channel, ANSWER_SECONDS));
        abortIn(channel, CLOSE_SECONDS);
    }

    private static void abortIn(Channel channel, int seconds) {
        var deadline = channel.eventLoop().schedule(() -> abort(channel), seconds, SECONDS);
        channel.closeFuture().addListener(_ -> deadline.cancel(false));
    }

    private static void abort(Channel channel) {
        var _ = channel.close();
    }

    private void fail(WebSocketCloseStatus status, CloseReason reason) {
        closeWith(status);
        ended(reason);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ended(CloseReason.TRANSPORT_CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        switch (cause) {
            case Assembler.MessageTooLargeException _ ->
                    fail(WebSocketCloseStatus.MESSAGE_TOO_BIG, CloseReason.TOO_LARGE);
            case CorruptedWebSocketFrameException bad ->
                    fail(
                            bad.closeStatus(),
                            bad.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)
                                    ? CloseReason.TOO_LARGE
                                    : CloseReason.PARSE_ERROR);
            case IOException _ -> {
                var _ = ctx.close();
                ended(CloseReason.TRANSPORT_ERROR);
            }
            default -> {
                LOG.error("event=websocket-failed", cause);
                fail(WebSocketCloseStatus.INTERNAL_SERVER_ERROR, CloseReason.TRANSPORT_ERROR);
            }
        }
    }
}
