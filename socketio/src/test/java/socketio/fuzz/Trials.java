package socketio.fuzz;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Tries a rule on many random inputs. A failure names its input and its seed; {@code
 * -Dsocketio.seed=N} makes every rule begin with that seed.
 */
public final class Trials {
    private static final long FIRST_SEED =
            Long.getLong("socketio.seed", new SplittableRandom().nextLong());

    private Trials() {}

    /** What must hold for one input. */
    @FunctionalInterface
    public interface Rule<T> {
        void check(T input) throws Exception;
    }

    /** Makes so many inputs and checks each. */
    public static <T> void run(int tries, Function<RandomGenerator, T> inputs, Rule<T> rule) {
        for (var trial = 0; trial < tries; trial++) {
            var seed = FIRST_SEED + trial;
            check(inputs.apply(new SplittableRandom(seed)), seed, rule);
        }
    }

    private static <T> void check(T input, long seed, Rule<T> rule) {
        try {
            rule.check(input);
        } catch (Exception | AssertionError failure) {
            var message = "with -Dsocketio.seed=%d, the input <%s>".formatted(seed, show(input));
            throw new AssertionError(message, failure);
        }
    }

    private static Object show(Object input) {
        return input instanceof byte[] bytes ? HexFormat.ofDelimiter(" ").formatHex(bytes) : input;
    }
}
