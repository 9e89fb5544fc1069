package socketio.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import socketio.protocol.EventName;
import socketio.protocol.Json;
import socketio.protocol.MalformedPacketException;
import socketio.protocol.Packet;
import socketio.protocol.PacketReader;
import socketio.protocol.PacketType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class PacketPropertiesTest {
    private static final JsonMapper JACKSON = JsonMapper.builder().build();
    private static final List<String> JSON_SEEDS =
            List.of(
                    "1",
                    "-0.5e+7",
                    "\"a\\u00e4\\\"\\\\\"",
                    "{\"a\":[true,false,null],\"b\":{}}",
                    " [ 1 , { } ] ");
    private static final List<String> SEEDS =
            List.of(
                    "0",
                    "0{\"token\":\"abc\"}",
                    "0/custom,{\"a\":[1,2]}",
                    "1",
                    "1/custom,",
                    "2[\"message\",1,\"2\",{\"3\":[true,null,-1.5e3]}]",
                    "2/custom,12[\"message\",\"\\u00e4\\n\"]",
                    "312[]",
                    "3/custom,0[{\"a\":{}}]",
                    "52-[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                    "61-7[{\"_placeholder\":true,\"num\":0}]");

    /** Either a checked packet, which then never fails, or the one exception that says no. */
    @Test
    void readsOrRefusesAnything() {
        Trials.run(
                20_000,
                PacketPropertiesTest::mutatedPacket,
                text -> {
                    var packet = read(text);
                    if (packet != null) {
                        assertUsable(packet);
                    }
                });
    }

    private static void assertUsable(Packet packet) {
        assertThat(packet.namespace()).startsWith("/");
        switch (packet.type()) {
            case EVENT, ACK -> assertThat(Json.array(packet, List.of())).isNotNull();
            case CONNECT -> assertThat(Json.auth(packet).isObject()).isTrue();
            default -> assertThat(packet.attachments()).isNotNegative();
        }
    }

    @Test
    void readsTheNameOfEveryEventItLetsIn() {
        Trials.run(
                5_000,
                PacketPropertiesTest::mutatedPacket,
                text -> {
                    var packet = read(text);
                    if (packet != null && packet.type() == PacketType.EVENT) {
                        var start = EventName.start(packet);
                        var name = EventName.text(packet, start, EventName.end(packet, start));

                        assertThat(EventName.isReserved(name)).isFalse();
                        assertThat(Json.array(packet, List.of()).getFirst().asString())
                                .isEqualTo(name);
                    }
                });
    }

    /** The check agrees with a parser that nobody here wrote. */
    @Test
    void letsInWhatJacksonCanParseAndNothingElse() {
        Trials.run(
                10_000,
                random -> Inputs.mutated(random, Inputs.oneOf(random, JSON_SEEDS)),
                json ->
                        assertThat(read("2[\"e\"," + json + "]") != null)
                                .isEqualTo(parses("[\"e\"," + json + "]")));
    }

    private static String mutatedPacket(RandomGenerator random) {
        return Inputs.mutated(random, Inputs.oneOf(random, SEEDS));
    }

    private static @Nullable Packet read(String packet) {
        try {
            return PacketReader.read(packet.getBytes(UTF_8), 0);
        } catch (MalformedPacketException _) {
            return null;
        }
    }

    private static boolean parses(String json) {
        try (var parser = JACKSON.createParser(json.getBytes(UTF_8))) {
            JACKSON.readTree(parser);
            return parser.nextToken() == null;
        } catch (JacksonException _) {
            return false;
        }
    }
}
