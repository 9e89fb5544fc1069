package io.eyestalk.realtime;

import io.eyestalk.shared.RejectedException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a client sent with an event. More arguments than one are ignored.
 *
 * @param <P> type of the payload
 */
@FunctionalInterface
interface PayloadReader<P> {
    /**
     * The payload.
     *
     * @throws RejectedException VALIDATION_FAILED with every field that is wrong
     */
    P read(List<JsonNode> args);

    /** The reader for a payload type, see {@link EventHandler}. */
    static <P> PayloadReader<P> of(Class<P> type) {
        if (type == NoPayload.class) {
            return args -> type.cast(nothing(args));
        }
        if (type == ObjectNode.class) {
            return args -> type.cast(object(args));
        }
        var fields = RecordReader.of(type);
        return args -> fields.read(object(args));
    }

    private static ObjectNode object(List<JsonNode> args) {
        if (!args.isEmpty() && args.getFirst() instanceof ObjectNode object) {
            return object;
        }
        throw RejectedException.invalid("payload", "must be an object");
    }

    private static NoPayload nothing(List<JsonNode> args) {
        if (!args.isEmpty() && !args.getFirst().isNull()) {
            object(args);
        }
        return new NoPayload();
    }
}
