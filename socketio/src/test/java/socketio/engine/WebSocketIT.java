package socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.wire.RawWebSocket;

class WebSocketIT {
    private Engines engines;
    private RawWebSocket socket;

    @BeforeEach
    void connect() {
        engines = Engines.quiet();
        socket = engines.webSocket();
    }

    @AfterEach
    void close() {
        socket.close();
        engines.close();
    }

    @Test
    void carriesText() {
        socket.text("4한국어");

        assertThat(socket.message()).isEqualTo("4한국어");
    }

    @Test
    void carriesBinaryAsItIs() {
        socket.binary((byte) 1, (byte) 2, (byte) 3);

        var frame = Objects.requireNonNull(socket.next());
        assertThat(frame.opcode()).isEqualTo(RawWebSocket.BINARY);
        assertThat(frame.payload()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536, 999_999})
    void carriesEveryLength(int length) {
        var text = "4" + "x".repeat(length);

        socket.text(text);

        assertThat(socket.message()).isEqualTo(text);
    }

    @Test
    void putsFragmentsTogetherWithAControlFrameBetween() {
        socket.frame(RawWebSocket.TEXT, false, "4he".getBytes(UTF_8));
        socket.frame(RawWebSocket.PING, true, "p".getBytes(UTF_8));
        socket.frame(RawWebSocket.CONTINUATION, false, "ll".getBytes(UTF_8));
        socket.frame(RawWebSocket.CONTINUATION, true, "o".getBytes(UTF_8));

        var pong = Objects.requireNonNull(socket.next());
        assertThat(pong.opcode()).isEqualTo(RawWebSocket.PONG);
        assertThat(pong.text()).isEqualTo("p");
        assertThat(socket.message()).isEqualTo("4hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "0", "5", "2", "2probe"})
    void endsTheSessionUponABadPacket(String packet) {
        socket.text(packet);

        assertThat(socket.awaitEnd()).isEqualTo(1002);
        engines.awaitEnd(CloseReason.PARSE_ERROR);
    }

    @Test
    void endsTheSessionUponTextThatIsNotUtf8() {
        socket.frame(RawWebSocket.TEXT, true, new byte[] {'4', (byte) 0xff});

        assertThat(socket.awaitEnd()).isEqualTo(1007);
        engines.awaitEnd(CloseReason.PARSE_ERROR);
    }

    @Test
    void endsTheSessionUponAnUnmaskedFrame() {
        socket.bytes(new byte[] {(byte) 0x81, 2, '4', 'a'});

        assertThat(socket.awaitEnd()).isEqualTo(1002);
    }

    @Test
    void endsTheSessionUponAReservedBit() {
        socket.bytes(new byte[] {(byte) 0xc1, (byte) 0x81, 0, 0, 0, 0, '4'});

        assertThat(socket.awaitEnd()).isEqualTo(1002);
    }

    @Test
    void endsTheSessionUponAContinuationOfNothing() {
        socket.frame(RawWebSocket.CONTINUATION, true, new byte[] {'4'});

        assertThat(socket.awaitEnd()).isEqualTo(1002);
    }

    @Test
    void answersACloseFrameAndEnds() {
        socket.frame(RawWebSocket.CLOSE, true, new byte[] {3, (byte) 0xe8});

        assertThat(socket.awaitEnd()).isEqualTo(1000);
        engines.awaitEnd(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void endsUponAClosePacket() {
        socket.text("1");

        assertThat(socket.awaitEnd()).isEqualTo(1000);
        engines.awaitEnd(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void noticesAConnectionThatIsReset() {
        socket.reset();

        await().untilAsserted(() -> assertThat(engines.ends).hasSize(1));
        assertThat(engines.engine.sessions()).isZero();
    }
}
