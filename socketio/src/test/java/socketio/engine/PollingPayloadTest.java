package socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketio.fuzz.Inputs;
import socketio.fuzz.Trials;

class PollingPayloadTest {

    @Test
    void cutsAtTheSeparatorOnly() {
        var packets = PollingPayload.split("4a\u001e\u001eb==".getBytes(UTF_8));

        assertThat(packets)
                .extracting(packet -> new String(packet, UTF_8))
                .containsExactly("4a", "", "b==");
    }

    @Test
    void takesBase64WithLineBreaksAndNothingElse() {
        assertThat(PollingPayload.binary("bAQ\r\nID\n".getBytes(UTF_8))).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> PollingPayload.binary("bAQ ID".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What waits as WebSocket frames arrives over polling as the same text and binary. */
    @Test
    void takesFramesApart() {
        Trials.run(
                100, random -> Inputs.text(random, 70_000), PollingPayloadTest::assertTakenApart);
        Trials.run(400, random -> Inputs.text(random, 300), PollingPayloadTest::assertTakenApart);
    }

    private static void assertTakenApart(String text) {
        var binary = text.getBytes(UTF_16BE);
        var message = new MessageBuffer();
        message.append(text);
        var body = Unpooled.buffer();

        PollingPayload.append(body, Unpooled.wrappedBuffer(message.frames(List.of(binary))));

        var expected = "4" + text + "\u001eb" + Base64.getEncoder().encodeToString(binary);
        assertThat(body.toString(UTF_8)).isEqualTo(expected);
    }
}
