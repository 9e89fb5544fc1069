package socketio.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Server-to-client WebSocket frames (RFC 6455 section 5.2): final, unmasked, without extensions.
 * They are the form in which everything waits to be sent; polling takes them apart again.
 */
final class Frames {
    static final int MAX_HEADER = 10;
    static final int TEXT = 0x81;
    static final int BINARY = 0x82;

    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8a;

    private Frames() {}

    static int headerLength(int payload) {
        return payload < 126 ? 2 : payload < 65_536 ? 4 : MAX_HEADER;
    }

    /** Writes a header that ends right before {@code end} and returns where it begins. */
    static int putHeader(byte[] target, int end, int opcode, int payload) {
        var start = end - headerLength(payload);
        target[start] = (byte) opcode;
        if (payload < 126) {
            target[start + 1] = (byte) payload;
        } else if (payload < 65_536) {
            target[start + 1] = 126;
            putLength(target, start + 2, end, payload);
        } else {
            target[start + 1] = 127;
            putLength(target, start + 2, end, payload);
        }
        return start;
    }

    static ByteBuf text(String ascii) {
        return frame(TEXT, ascii.getBytes(US_ASCII));
    }

    static ByteBuf pong(byte[] payload) {
        return frame(PONG, payload);
    }

    /** A close frame; {@code code} 0 makes one without a status. */
    static ByteBuf close(int code) {
        var payload = code == 0 ? new byte[0] : new byte[] {(byte) (code >> 8), (byte) code};
        return frame(CLOSE, payload);
    }

    private static ByteBuf frame(int opcode, byte[] payload) {
        var header = headerLength(payload.length);
        var bytes = new byte[header + payload.length];
        putHeader(bytes, header, opcode, payload.length);
        System.arraycopy(payload, 0, bytes, header, payload.length);
        return Unpooled.wrappedBuffer(bytes);
    }

    private static void putLength(byte[] target, int from, int to, long length) {
        for (var at = to - 1; at >= from; at--) {
            target[at] = (byte) length;
            length >>>= 8;
        }
    }
}
