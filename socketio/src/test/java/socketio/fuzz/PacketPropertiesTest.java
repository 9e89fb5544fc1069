package socketio.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
    @Property(tries = 20_000)
    void readsOrRefusesAnything(@ForAll("mutatedPackets") String text) {
        Packet packet;
        try {
            packet = PacketReader.read(text.getBytes(UTF_8), 0);
        } catch (MalformedPacketException _) {
            return;
        }
        assertThat(packet.namespace()).startsWith("/");
        switch (packet.type()) {
            case EVENT, ACK -> assertThat(Json.array(packet, List.of())).isNotNull();
            case CONNECT -> assertThat(Json.auth(packet).isObject()).isTrue();
            default -> assertThat(packet.attachments()).isNotNegative();
        }
    }

    @Property(tries = 5_000)
    void readsTheNameOfEveryEventItLetsIn(@ForAll("mutatedPackets") String text) {
        try {
            var packet = PacketReader.read(text.getBytes(UTF_8), 0);
            if (packet.type() == PacketType.EVENT) {
                var start = EventName.start(packet);
                var name = EventName.text(packet, start, EventName.end(packet, start));

                assertThat(EventName.isReserved(name)).isFalse();
                assertThat(Json.array(packet, List.of()).getFirst().asString()).isEqualTo(name);
            }
        } catch (MalformedPacketException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    /** The check agrees with a parser that nobody here wrote. */
    @Property(tries = 10_000)
    void letsInWhatJacksonCanParseAndNothingElse(@ForAll("mutatedJson") String json) {
        var checked = isEvent("2[\"e\"," + json + "]");

        assertThat(checked).as(json).isEqualTo(parses("[\"e\"," + json + "]"));
    }

    private static boolean isEvent(String packet) {
        try {
            PacketReader.read(packet.getBytes(UTF_8), 0);
            return true;
        } catch (MalformedPacketException _) {
            return false;
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

    @Provide
    Arbitrary<String> mutatedPackets() {
        return Arbitraries.of(SEEDS).flatMap(PacketPropertiesTest::mutations);
    }

    @Provide
    Arbitrary<String> mutatedJson() {
        return Arbitraries.of(
                        "1",
                        "-0.5e+7",
                        "\"a\\u00e4\\\"\\\\\"",
                        "{\"a\":[true,false,null],\"b\":{}}",
                        " [ 1 , { } ] ")
                .flatMap(PacketPropertiesTest::mutations);
    }

    private static Arbitrary<String> mutations(String seed) {
        var position = Arbitraries.integers().between(0, seed.length());
        var piece =
                Arbitraries.strings()
                        .withChars("0123456789-+.eE[]{},:\"\\ntrufalse /_u\u0001ä ")
                        .ofMaxLength(3);
        var cut = Arbitraries.integers().between(0, 3);
        return Combinators.combine(position, piece, cut)
                .as(
                        (at, inserted, removed) ->
                                seed.substring(0, at)
                                        + inserted
                                        + seed.substring(Math.min(seed.length(), at + removed)));
    }
}
