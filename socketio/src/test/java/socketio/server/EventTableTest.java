package socketio.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.protocol.PacketReader;

class EventTableTest {
    private final EventTable<String> table = new EventTable<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2[\"data\"]",
                "2[ \"data\" , 1]",
                "2[\"d\\u0061ta\"]",
                "2/ns,5[\"data\",{}]"
            })
    void findsANameHoweverItIsWritten(String packet) {
        table.put("data", "listener");

        assertThat(table.find(event(packet))).isEqualTo("listener");
    }

    @Test
    void doesNotMistakeAPrefix() {
        table.put("data", "listener");

        assertThat(table.find(event("2[\"dat\"]"))).isNull();
        assertThat(table.find(event("2[\"data2\"]"))).isNull();
    }

    @Test
    void replacesAListener() {
        table.put("a", "first");
        table.put("b", "other");
        table.put("a", "second");

        assertThat(table.find(event("2[\"a\"]"))).isEqualTo("second");
        assertThat(table.find(event("2[\"b\"]"))).isEqualTo("other");
    }

    private static ReceivedEvent event(String packet) {
        var read = PacketReader.read(packet.getBytes(UTF_8), 0);
        return new ReceivedEvent((_, _) -> {}, read, List.of());
    }
}
