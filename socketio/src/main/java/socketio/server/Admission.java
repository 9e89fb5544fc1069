package socketio.server;

import org.jspecify.annotations.Nullable;

/** The answer to a client that wants to enter a namespace. */
public sealed interface Admission {

    static Admission accept() {
        return new Accepted();
    }

    /** Refuses with CONNECT_ERROR {@code {message}}. */
    static Admission refuse(String message) {
        return new Refused(message, null);
    }

    /**
     * Refuses with CONNECT_ERROR {@code {message, data}}.
     *
     * @param data what Jackson can write, without binary
     */
    static Admission refuse(String message, Object data) {
        return new Refused(message, data);
    }

    record Accepted() implements Admission {}

    record Refused(String message, @Nullable Object data) implements Admission {}
}
