package socketio.engine;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where a text message is written, with room in front for what is only known at the end: one array
 * becomes header, packet type and payload of the frame.
 */
public final class MessageBuffer extends OutputStream {
    private static final int START = Frames.MAX_HEADER + 1;
    private static final int MESSAGE = '4';

    private byte[] bytes = new byte[256];
    private int end = START;

    /** Creates an empty message. */
    public MessageBuffer() {
        bytes[START - 1] = MESSAGE;
    }

    @Override
    public void write(int value) {
        grow(1);
        bytes[end++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int from, int length) {
        grow(length);
        System.arraycopy(source, from, bytes, end, length);
        end += length;
    }

    /** Appends the text as UTF-8. */
    public void append(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        write(utf8, 0, utf8.length);
    }

    /** Appends what was written to another buffer. */
    public void append(MessageBuffer other) {
        write(other.bytes, START, other.end - START);
    }

    /**
     * The message as frames: one text frame, then one binary frame for each attachment.
     *
     * @return bytes for {@link EngineSession#send}
     */
    public byte[] frames(List<byte[]> attachments) {
        var payload = end - START + 1;
        var start = Frames.putHeader(bytes, START - 1, Frames.TEXT, payload);
        if (attachments.isEmpty()) {
            return Arrays.copyOfRange(bytes, start, end);
        }
        var size = end - start;
        for (var attachment : attachments) {
            size += Frames.headerLength(attachment.length) + attachment.length;
        }
        var all = Arrays.copyOf(Arrays.copyOfRange(bytes, start, end), size);
        var at = end - start;
        for (var attachment : attachments) {
            at += Frames.headerLength(attachment.length);
            Frames.putHeader(all, at, Frames.BINARY, attachment.length);
            System.arraycopy(attachment, 0, all, at, attachment.length);
            at += attachment.length;
        }
        return all;
    }

    /** One binary message as frames. */
    public static byte[] binaryFrame(byte[] message) {
        var header = Frames.headerLength(message.length);
        var all = new byte[header + message.length];
        Frames.putHeader(all, header, Frames.BINARY, message.length);
        System.arraycopy(message, 0, all, header, message.length);
        return all;
    }

    private void grow(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }
}
