package io.eyestalk.activity;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes what was said unreadable for everybody but the operator. */
interface ChatSealer {
    /** Without a key: what was said is not written down at all. */
    ChatSealer SILENT = (_, then) -> then.accept(null);

    /**
     * Gives the sealed text to {@code then}, sooner or later, in any thread; null if it could not
     * be sealed. Never waits.
     */
    void seal(String text, Consumer<@Nullable String> then);
}
