package socketio.engine;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Packets of a polling body: separated by U+001E, binary as {@code b} and base64. */
final class PollingPayload {
    private static final byte SEPARATOR = 0x1e;
    private static final byte BASE64_MARK = 'b';

    private PollingPayload() {}

    /** Cuts a request body into packets; an empty body is one empty packet. */
    static List<byte[]> split(byte[] body) {
        var packets = new ArrayList<byte[]>(1);
        var start = 0;
        for (var at = 0; at < body.length; at++) {
            if (body[at] == SEPARATOR) {
                packets.add(Arrays.copyOfRange(body, start, at));
                start = at + 1;
            }
        }
        packets.add(start == 0 ? body : Arrays.copyOfRange(body, start, body.length));
        return packets;
    }

    static boolean isBinary(byte[] packet) {
        return packet.length > 0 && packet[0] == BASE64_MARK;
    }

    /**
     * Decodes the binary of a packet marked with {@code b}. Line breaks are passed over: the
     * official Java client sends them.
     *
     * @throws IllegalArgumentException if it is no base64
     */
    static byte[] binary(byte[] packet) {
        var base64 = new byte[packet.length - 1];
        var length = 0;
        for (var at = 1; at < packet.length; at++) {
            if (packet[at] != '\n' && packet[at] != '\r') {
                base64[length++] = packet[at];
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(base64, length));
    }

    /** Appends complete server frames, as they wait for WebSocket, in the polling form. */
    static void append(ByteBuf body, ByteBuf frames) {
        while (frames.isReadable()) {
            var opcode = frames.readUnsignedByte();
            var length = readLength(frames);
            if (body.isReadable()) {
                body.writeByte(SEPARATOR);
            }
            if (opcode == Frames.TEXT) {
                body.writeBytes(frames, length);
            } else {
                var binary = new byte[length];
                frames.readBytes(binary);
                body.writeByte(BASE64_MARK).writeBytes(Base64.getEncoder().encode(binary));
            }
        }
    }

    private static int readLength(ByteBuf frames) {
        var length = frames.readUnsignedByte();
        return switch (length) {
            case 126 -> frames.readUnsignedShort();
            case 127 -> Math.toIntExact(frames.readLong());
            default -> length;
        };
    }
}
