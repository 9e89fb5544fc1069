package socketio.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a client that is broken or bad may put on the wire. */
final class WireInputs {
    private static final int NOISE = 200;
    private static final byte[] FIRST_BYTES = {
        (byte) 0x81, (byte) 0x82, (byte) 0x80, 0x01, (byte) 0x88, (byte) 0x89
    };
    private static final List<String> MESSAGES =
            List.of(
                    "40",
                    "41",
                    "42[\"message\"]",
                    "42/never,[\"message\"]",
                    "42/custom,[\"message\"]",
                    "451-[\"message\",{\"_placeholder\":true,\"num\":0}]",
                    "430[]",
                    "40/custom,",
                    "41/custom,",
                    "3",
                    "6",
                    "1",
                    "42[\"message\"",
                    "4",
                    "x");
    private static final List<String> METHODS = List.of("GET", "POST", "OPTIONS", "X", "");
    private static final List<String> QUERIES =
            List.of(
                    "?EIO=4&transport=polling",
                    "?EIO=4&transport=websocket",
                    "?EIO=%zz&transport=polling",
                    "?EIO=4&transport=polling&sid=%00",
                    "?" + "a=b&".repeat(500));
    private static final List<String> HEADERS =
            List.of(
                    "Host: x\r\n",
                    "Content-Length: -1\r\n",
                    "Content-Length: 99999999999999999999\r\n",
                    "Transfer-Encoding: chunked\r\n",
                    "Connection: Upgrade\r\nUpgrade: websocket\r\n",
                    "Sec-WebSocket-Key: !!!\r\nSec-WebSocket-Version: 13\r\n",
                    "Origin: http://\r\n",
                    "Expect: 100-continue\r\n",
                    "\u0000: x\r\n");
    private static final List<String> BODIES = List.of("\r\n", "\r\nzz\r\n", "\r\n5\r\n4abc", "");

    private WireInputs() {}

    /** Noise, with the first byte of a frame or without. */
    static byte[] stream(RandomGenerator random) {
        var bytes = new ByteArrayOutputStream();
        if (random.nextBoolean()) {
            bytes.write(FIRST_BYTES[random.nextInt(FIRST_BYTES.length)]);
        }
        bytes.writeBytes(Inputs.noise(random, NOISE));
        return bytes.toByteArray();
    }

    /** Packets in an order that need not make sense, one in four of them damaged. */
    static List<String> messages(RandomGenerator random) {
        return Inputs.someOf(random, MESSAGES, 12).stream()
                .map(message -> random.nextInt(4) == 0 ? Inputs.mutated(random, message) : message)
                .toList();
    }

    /** A request of which any part may be wrong or missing. */
    static String request(RandomGenerator random) {
        return Inputs.oneOf(random, METHODS)
                + " /socket.io/"
                + Inputs.oneOf(random, QUERIES)
                + " HTTP/1.1\r\n"
                + String.join("", Inputs.someOf(random, HEADERS, 4))
                + Inputs.oneOf(random, BODIES);
    }
}
