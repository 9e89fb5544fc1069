package socketio.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random inputs, most of them nearly right: pure noise is refused at its first byte. */
public final class Inputs {
    private static final String LETTERS = "0123456789-+.eE[]{},:\"\\ntrufalse /_u\u0001ä ";
    private static final int MAX_PIECE = 3;

    private Inputs() {}

    static <T> T oneOf(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Up to so many of these values, in any order, repeated or not. */
    static <T> List<T> someOf(RandomGenerator random, List<T> values, int most) {
        return IntStream.rangeClosed(1, random.nextInt(most + 1))
                .mapToObj(_ -> oneOf(random, values))
                .toList();
    }

    /** The seed with a few characters taken out at one place and a few others put in. */
    static String mutated(RandomGenerator random, String seed) {
        var at = random.nextInt(seed.length() + 1);
        var end = Math.min(seed.length(), at + random.nextInt(MAX_PIECE + 1));
        return seed.substring(0, at) + letters(random) + seed.substring(end);
    }

    private static String letters(RandomGenerator random) {
        var piece = new StringBuilder();
        for (var count = random.nextInt(MAX_PIECE + 1); count > 0; count--) {
            piece.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return piece.toString();
    }

    /** Up to so many bytes without any sense. */
    public static byte[] noise(RandomGenerator random, int most) {
        var bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text as UTF-8 with noise between its characters, or no noise. */
    public static byte[] nearlyText(RandomGenerator random, int most) {
        var bytes = new ByteArrayOutputStream();
        while (bytes.size() < most && random.nextInt(8) > 0) {
            if (random.nextInt(6) == 0) {
                bytes.writeBytes(noise(random, 2));
            } else {
                bytes.writeBytes(text(random, 4).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Up to so many characters of every length in UTF-8. */
    public static String text(RandomGenerator random, int most) {
        var bounds = new int[] {0x80, 0x800, 0xd800, Character.MAX_CODE_POINT + 1};
        var text = new StringBuilder();
        for (var count = random.nextInt(most + 1); count > 0; count--) {
            var character = random.nextInt(bounds[random.nextInt(bounds.length)]);
            text.appendCodePoint(isSurrogate(character) ? 'x' : character);
        }
        return text.toString();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
