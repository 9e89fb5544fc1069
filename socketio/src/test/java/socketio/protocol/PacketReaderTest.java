package socketio.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "0                     | CONNECT      | 0 | /        | -1 | ~~",
                "0/admin,              | CONNECT      | 0 | /admin   | -1 | ~~",
                "0/admin               | CONNECT      | 0 | /admin   | -1 | ~~",
                "0/a,{\"b\":1}         | CONNECT      | 0 | /a       | -1 | {\"b\":1}",
                "1/admin,              | DISCONNECT   | 0 | /admin   | -1 | ~~",
                "2[\"hello\",1]        | EVENT        | 0 | /        | -1 | [\"hello\",1]",
                "2/a,456[\"x\"]        | EVENT        | 0 | /a       | 456 | [\"x\"]",
                "3/a,0[]               | ACK          | 0 | /a       | 0  | []",
                "51-[\"x\",{}]         | BINARY_EVENT | 1 | /        | -1 | [\"x\",{}]",
                "512-/a,7[\"x\"]       | BINARY_EVENT | 12 | /a      | 7  | [\"x\"]",
                "61-/a,456[{}]         | BINARY_ACK   | 1 | /a       | 456 | [{}]"
            })
    void readsEveryPart(
            String text, PacketType type, int attachments, String namespace, long id, String json) {
        var packet = PacketReader.read(text.getBytes(UTF_8), 0);

        assertThat(packet.type()).isEqualTo(type);
        assertThat(packet.attachments()).isEqualTo(attachments);
        assertThat(packet.namespace()).isEqualTo(namespace);
        assertThat(packet.id()).isEqualTo(id);
        assertThat(new String(packet.json(), UTF_8)).isEqualTo(json);
    }

    @Test
    void beginsWhereItIsTold() {
        assertThat(PacketReader.read("40".getBytes(UTF_8), 1).type()).isEqualTo(PacketType.CONNECT);
    }
}
