package socketio.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of one room, without a library: frames are masked with zeros, which is allowed and
 * costs nothing.
 */
final class LoadClient extends ByteToMessageDecoder {
    /** Where the sending time stands in {@code 42["msg","<19 digits><3 digits>...}. */
    private static final int TIME_AT = "42[\"msg\",\"".length();

    private static final int TIME_DIGITS = 19;
    private static final int EVENT_BYTES = 500;

    private final LoadRun run;
    private final int number;
    private final byte[] message;
    private boolean isUpgraded;
    private boolean isJoined;
    private boolean hasLeft;
    private @Nullable ChannelHandlerContext context;

    LoadClient(LoadRun run, int number) {
        this.run = run;
        this.number = number;
        this.message = template(number);
    }

    private static byte[] template(int number) {
        var head = "42[\"msg\",\"" + "0".repeat(TIME_DIGITS) + "%08d".formatted(number);
        var text = head + "x".repeat(EVENT_BYTES - head.length() - 2) + "\"]";
        return frame(text);
    }

    private static byte[] frame(String text) {
        var isShort = text.length() < 126;
        var header = isShort ? 6 : 8;
        var frame = new byte[header + text.length()];
        frame[0] = (byte) 0x81;
        if (isShort) {
            frame[1] = (byte) (0x80 | text.length());
        } else {
            frame[1] = (byte) (0x80 | 126);
            frame[2] = (byte) (text.length() >> 8);
            frame[3] = (byte) text.length();
        }
        System.arraycopy(text.getBytes(US_ASCII), 0, frame, header, text.length());
        return frame;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        write(
                ctx,
                String.join(
                                "\r\n",
                                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
                                "Host: 127.0.0.1",
                                "User-Agent: bench",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "\r\n")
                        .getBytes(US_ASCII));
    }

    /** Sends one event to the room. On the event loop. */
    void send() {
        var ctx = context;
        if (ctx != null && isJoined) {
            putTime(message, 8 + TIME_AT, System.nanoTime());
            write(ctx, message.clone());
        }
    }

    /** Hangs up, which is no loss. On the event loop. */
    void leave() {
        var ctx = context;
        if (ctx != null) {
            hasLeft = true;
            var _ = ctx.close();
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!isUpgraded) {
            upgrade(in);
            return;
        }
        if (in.readableBytes() < 2) {
            return;
        }
        var at = in.readerIndex();
        var length = in.getUnsignedByte(at + 1);
        var header = length == 126 ? 4 : 2;
        if (length == 126 && in.readableBytes() >= 4) {
            length = (short) in.getUnsignedShort(at + 2);
        }
        if (in.readableBytes() >= header + length) {
            receive(ctx, in, at + header, length);
            in.skipBytes(header + length);
        }
    }

    private void upgrade(ByteBuf in) {
        var text = in.toString(US_ASCII);
        var end = text.indexOf("\r\n\r\n");
        if (end >= 0) {
            in.skipBytes(end + 4);
            isUpgraded = true;
        }
    }

    private void receive(ChannelHandlerContext ctx, ByteBuf in, int from, int length) {
        var first = in.getByte(from);
        var second = length > 1 ? in.getByte(from + 1) : 0;
        if (first == '4' && second == '2' && length >= EVENT_BYTES) {
            var sent = readTime(in, from + TIME_AT);
            var sender = (int) readDigits(in, from + TIME_AT + TIME_DIGITS, 8);
            run.delivered(number, sender, sent);
        } else if (first == '4' && second == '2') {
            isJoined = true;
            run.joined();
        } else if (first == '2') {
            write(ctx, frame("3"));
        } else if (first == '0') {
            write(ctx, frame("40"));
        } else if (first == '4' && second == '0') {
            write(ctx, frame("42[\"join\",\"room" + number / LoadRun.ROOM + "\"]"));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!hasLeft) {
            run.lost();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close();
    }

    private static void write(ChannelHandlerContext ctx, byte[] bytes) {
        var _ = ctx.writeAndFlush(Unpooled.wrappedBuffer(bytes), ctx.voidPromise());
    }

    private static void putTime(byte[] target, int at, long time) {
        var rest = time;
        for (var index = TIME_DIGITS - 1; index >= 0; index--) {
            target[at + index] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static long readTime(ByteBuf in, int at) {
        return readDigits(in, at, TIME_DIGITS);
    }

    private static long readDigits(ByteBuf in, int at, int digits) {
        var value = 0L;
        for (var index = 0; index < digits; index++) {
            value = value * 10 + (in.getByte(at + index) - '0');
        }
        return value;
    }
}
