package socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

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
    @Property(tries = 500)
    void takesFramesApart(@ForAll @Size(max = 70_000) String text, @ForAll byte[] binary) {
        var message = new MessageBuffer();
        message.append(text);
        var body = Unpooled.buffer();

        PollingPayload.append(body, Unpooled.wrappedBuffer(message.frames(List.of(binary))));

        var expected = "4" + text + "\u001eb" + Base64.getEncoder().encodeToString(binary);
        assertThat(body.readableBytes()).isEqualTo(expected.getBytes(UTF_8).length);
        assertThat(body.toString(UTF_8)).isEqualTo(new String(expected.getBytes(UTF_8), UTF_8));
    }
}
