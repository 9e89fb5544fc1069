package socketio.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event a client sent. It may be kept and read on any thread. */
public interface Event {

    String name();

    /**
     * The arguments, parsed at the first call; attachments are binary nodes. The list cannot be
     * changed.
     */
    List<JsonNode> args();

    /** The arguments as a JSON array in UTF-8, unparsed; placeholders stand for attachments. */
    byte[] raw();

    /** Whether the client waits for an acknowledgement. */
    boolean hasAck();

    /**
     * Answers the client. Only the first call does, and only if {@link #hasAck}; others are
     * ignored.
     */
    void ack(@Nullable Object... args);
}
