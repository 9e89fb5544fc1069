package socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.fuzz.Inputs;
import socketio.fuzz.Trials;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "12345678", "123456789é", "한국어", "😀", "\u0000\u007f\u0080"})
    void acceptsText(String text) {
        assertThat(Utf8.isValid(text.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c0 80",
                "c1 bf",
                "c3",
                "e0 80 80",
                "e0 9f bf",
                "ed a0 80",
                "ed bf bf",
                "ef bf",
                "f0 8f bf bf",
                "f4 90 80 80",
                "f5 80 80 80",
                "ff",
                "61 62 63 64 65 66 67 c3"
            })
    void refusesOverlongFormsSurrogatesAndHalves(String hex) {
        var bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThat(Utf8.isValid(bytes)).isFalse();
    }

    @Test
    void agreesWithTheDecoderOfThePlatform() {
        Trials.run(
                20_000,
                random -> Inputs.nearlyText(random, 40),
                bytes -> assertThat(Utf8.isValid(bytes)).isEqualTo(decodes(bytes)));
    }

    private static boolean decodes(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)) != null;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
