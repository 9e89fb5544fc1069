package socketio.server;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Hears what became of an event that asked for an acknowledgement. Called exactly once. */
@FunctionalInterface
public interface Ack {
    void on(Reply reply);

    /** The client's answer, or why there is none. */
    sealed interface Reply {
        /** The client answered with these arguments. */
        record Answered(List<JsonNode> args) implements Reply {}

        /** No answer came in time; a later one is ignored. */
        record TimedOut() implements Reply {}

        /** The socket was disconnected first. */
        record Disconnected() implements Reply {}
    }
}
