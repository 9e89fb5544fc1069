package socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Puts the fragments of a message together (RFC 6455 section 5.4), up to a size. */
final class Assembler {
    private final int maxPayload;
    private @Nullable ByteBuf fragments;
    private boolean isText;

    Assembler(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    /**
     * Takes one data or continuation frame; does not release it.
     *
     * @return the whole message if this was its last frame, otherwise null
     * @throws MessageTooLargeException if the message passes the limit
     */
    byte @Nullable [] add(WebSocketFrame frame) {
        var content = frame.content();
        if (fragments == null) {
            isText = frame instanceof TextWebSocketFrame;
            if (frame.isFinalFragment()) {
                return ByteBufUtil.getBytes(content);
            }
            fragments = Unpooled.buffer(content.readableBytes());
        }
        if (fragments.readableBytes() + content.readableBytes() > maxPayload) {
            throw new MessageTooLargeException();
        }
        fragments.writeBytes(content);
        if (!frame.isFinalFragment()) {
            return null;
        }
        var message = ByteBufUtil.getBytes(fragments);
        fragments = null;
        return message;
    }

    /** Whether the message returned last was text. */
    boolean isText() {
        return isText;
    }

    /** Fragments that add up to more than one message may be. */
    static final class MessageTooLargeException extends RuntimeException {
        MessageTooLargeException() {
            super("message too large", null, false, false);
        }
    }
}
