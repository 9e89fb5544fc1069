package socketio.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that sends any frame it is told to, right or wrong. */
public final class RawWebSocket implements AutoCloseable {
    /** Opcodes of RFC 6455 section 11.8. */
    public static final int CONTINUATION = 0;

    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;
    private final DataInputStream in;
    private final String response;

    private RawWebSocket(Socket socket, DataInputStream in, String response) {
        this.socket = socket;
        this.in = in;
        this.response = response;
    }

    /** One frame as it came. */
    public static final class Frame {
        private final int opcode;
        private final byte[] payload;

        Frame(int opcode, byte[] payload) {
            this.opcode = opcode;
            this.payload = payload;
        }

        public int opcode() {
            return opcode;
        }

        public byte[] payload() {
            return payload;
        }

        public String text() {
            return new String(payload, UTF_8);
        }

        /** The status of a close frame, 0 if it has none. */
        public int status() {
            return payload.length < 2 ? 0 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
    }

    /** Sends the opening handshake and reads the answer, whatever it is. */
    public static RawWebSocket open(InetSocketAddress server, String uri, String... headers) {
        try {
            var socket = new Socket(server.getAddress(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            var request =
                    "GET "
                            + uri
                            + " HTTP/1.1\r\nHost: localhost:"
                            + server.getPort()
                            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + String.join("", headers)
                            + "\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            return new RawWebSocket(socket, in, head(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The HTTP status of the opening handshake: 101 if it succeeded. */
    public int status() {
        return response.isEmpty() ? 0 : Integer.parseInt(response.substring(9, 12));
    }

    /** The whole head of the answer. */
    public String response() {
        return response;
    }

    public RawWebSocket text(String text) {
        return frame(TEXT, true, text.getBytes(UTF_8));
    }

    public RawWebSocket binary(byte... bytes) {
        return frame(BINARY, true, bytes);
    }

    /** Sends one masked frame. */
    public RawWebSocket frame(int opcode, boolean isFinal, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write((isFinal ? 0x80 : 0) | opcode);
        length(frame, payload.length);
        frame.writeBytes(new byte[] {1, 2, 3, 4});
        for (var index = 0; index < payload.length; index++) {
            frame.write(payload[index] ^ (index % 4 + 1));
        }
        return bytes(frame.toByteArray());
    }

    /** Sends any bytes at all. */
    public RawWebSocket bytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next frame; null if the connection ended. */
    public @Nullable Frame next() {
        try {
            var opcode = in.readUnsignedByte() & 0x0f;
            var length = (long) in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            return new Frame(opcode, in.readNBytes(Math.toIntExact(length)));
        } catch (EOFException | SocketException _) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of the next frame that is no ping of Engine.IO. */
    public String message() {
        for (var frame = next(); frame != null; frame = next()) {
            if (!isPing(frame)) {
                return frame.opcode() == TEXT ? frame.text() : "frame " + frame.opcode();
            }
        }
        return "end";
    }

    /** Reads until the connection ends; the status of the last close frame, 0 without one. */
    public int awaitEnd() {
        return awaitEnd(frame -> {});
    }

    /** The same with an answer to every ping of Engine.IO: silence is not what ends it. */
    public int awaitEndAlive() {
        return awaitEnd(
                frame -> {
                    if (isPing(frame)) {
                        text("3");
                    }
                });
    }

    private int awaitEnd(Consumer<Frame> reaction) {
        var status = 0;
        for (var frame = next(); frame != null; frame = next()) {
            reaction.accept(frame);
            if (frame.opcode() == CLOSE) {
                status = frame.status();
                frame(CLOSE, true, frame.payload());
            }
        }
        return status;
    }

    /** Ends the connection the hard way, with a reset. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isPing(Frame frame) {
        return frame.opcode() == TEXT && frame.text().equals("2");
    }

    private static void length(ByteArrayOutputStream frame, int length) {
        if (length < 126) {
            frame.write(0x80 | length);
        } else if (length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(length >> 8);
            frame.write(length);
        } else {
            frame.write(0x80 | 127);
            for (var shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) length >> shift));
            }
        }
    }

    private static String head(DataInputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
