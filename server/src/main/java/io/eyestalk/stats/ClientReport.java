package io.eyestalk.stats;

import io.eyestalk.shared.Fields;
import io.eyestalk.shared.RejectedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing a browser reports about its call. Nothing in it tells who, where or with whom.
 *
 * @param kind what it is about
 * @param what one word of a closed list: the upper bound of a join time in milliseconds, a path, a
 *     reason or what became of a link
 * @param browser the family
 */
record ClientReport(Kind kind, String what, Browser browser) {
    /** What reports are about. */
    enum Kind {
        JOIN_TIME,
        PATH,
        FAILURE,
        ICE_RESTART;

        String column() {
            return word(this);
        }
    }

    /** How the media of a pair travels. */
    enum Path {
        DIRECT,
        RELAY
    }

    /** Why somebody did not get in, or did not reach another person. */
    enum Failure {
        NO_RELAY,
        RELAY_UNREACHABLE,
        NO_ANSWER,
        SERVER_UNREACHABLE
    }

    /** What became of a link after its ICE restart (RFC 8445, section 9). */
    enum Restart {
        RECOVERED,
        FAILED
    }

    /** Families of browsers. */
    enum Browser {
        CHROMIUM,
        FIREFOX,
        SAFARI,
        IOS,
        ANDROID,
        OTHER
    }

    /**
     * A report as it travels.
     *
     * @param joinMs from pressing Join to the first link to somebody who was there, milliseconds
     */
    record Body(
            @Nullable String kind,
            @Nullable Integer joinMs,
            @Nullable String path,
            @Nullable String failure,
            @Nullable String restart,
            @Nullable String browser) {
        /**
         * Checks it.
         *
         * @throws RejectedException {@code VALIDATION_FAILED} for a word that is not on its list
         */
        ClientReport report() {
            var fields = new Fields();
            var about = fields.required("kind", kind, text -> among(Kind.class, "kind", text));
            var from =
                    fields.required(
                            "browser", browser, text -> among(Browser.class, "browser", text));
            var what = about == null ? null : what(about, fields);
            return fields.done(
                    () ->
                            new ClientReport(
                                    Objects.requireNonNull(about),
                                    Objects.requireNonNull(what),
                                    Objects.requireNonNull(from)));
        }

        private @Nullable String what(Kind about, Fields fields) {
            return switch (about) {
                case JOIN_TIME -> fields.required("joinMs", joinMs, JoinTimes::bucketOf);
                case PATH ->
                        fields.required(
                                "path", path, text -> word(among(Path.class, "path", text)));
                case FAILURE ->
                        fields.required(
                                "failure",
                                failure,
                                text -> word(among(Failure.class, "failure", text)));
                case ICE_RESTART ->
                        fields.required(
                                "restart",
                                restart,
                                text -> word(among(Restart.class, "restart", text)));
            };
        }
    }

    private static <E extends Enum<E>> E among(Class<E> type, String field, String text) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> RejectedException.invalid(field, "is none of the words it may be"));
    }

    /** As it stands on the wire and in the table: {@code NO_ANSWER} is {@code no-answer}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
