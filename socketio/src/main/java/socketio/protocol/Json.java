package socketio.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.engine.MessageBuffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON with binary attachments: placeholders on the wire, binary nodes in memory. */
public final class Json {
    static final JsonMapper MAPPER =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints()).build())
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(ByteBuf.class, new ByteBufSerializer()))
                    .build();

    private static final String PLACEHOLDER = "_placeholder";
    private static final String NUMBER = "num";

    private Json() {}

    /** Nothing that {@link JsonCheck} let in may fail here; its size is limited by the engine. */
    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(JsonCheck.MAX_DEPTH)
                .maxNumberLength(JsonCheck.MAX_NUMBER + 1)
                .maxNameLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
    }

    /** Reads the object of a CONNECT packet; without payload it is empty. */
    public static JsonNode auth(Packet packet) {
        return packet.hasPayload()
                ? MAPPER.readTree(packet.bytes(), packet.payload(), length(packet))
                : MAPPER.createObjectNode();
    }

    /**
     * Reads the array of an event or acknowledgement.
     *
     * @param attachments take the place of the placeholders
     * @throws MalformedPacketException if a placeholder has no attachment
     */
    public static List<JsonNode> array(Packet packet, List<byte[]> attachments) {
        var array = (ArrayNode) MAPPER.readTree(packet.bytes(), packet.payload(), length(packet));
        var values = new ArrayList<JsonNode>(array.size());
        for (var value : array) {
            values.add(attachments.isEmpty() ? value : withAttachments(value, attachments));
        }
        return values;
    }

    /** Writes values separated by commas; binary found in them is added to the attachments. */
    static void writeValues(
            MessageBuffer target, List<byte[]> attachments, @Nullable Object[] values) {
        for (var index = 0; index < values.length; index++) {
            if (index > 0) {
                target.write(',');
            }
            write(target, attachments, values[index]);
        }
    }

    static void write(MessageBuffer target, List<byte[]> attachments, @Nullable Object value) {
        try (var generator =
                new PlaceholderGenerator(MAPPER.createGenerator(target), attachments)) {
            MAPPER.writeValue(generator, value);
        }
    }

    private static int length(Packet packet) {
        return packet.bytes().length - packet.payload();
    }

    private static JsonNode withAttachments(JsonNode value, List<byte[]> attachments) {
        if (value instanceof ArrayNode array) {
            for (var index = 0; index < array.size(); index++) {
                array.set(index, withAttachments(array.get(index), attachments));
            }
        } else if (value instanceof ObjectNode object) {
            if (object.path(PLACEHOLDER).isBoolean() && object.path(PLACEHOLDER).booleanValue()) {
                return attachment(object, attachments);
            }
            object.properties()
                    .forEach(
                            member ->
                                    member.setValue(
                                            withAttachments(member.getValue(), attachments)));
        }
        return value;
    }

    private static JsonNode attachment(ObjectNode placeholder, List<byte[]> attachments) {
        var number = placeholder.path(NUMBER);
        if (!number.canConvertToInt() || !number.isIntegralNumber()) {
            throw new MalformedPacketException("placeholder without a number");
        }
        var index = number.intValue();
        if (index < 0 || index >= attachments.size()) {
            throw new MalformedPacketException("placeholder without an attachment");
        }
        return MAPPER.getNodeFactory().binaryNode(attachments.get(index));
    }

    private static final class ByteBufSerializer extends ValueSerializer<ByteBuf> {
        @Override
        public void serialize(
                ByteBuf value, JsonGenerator generator, SerializationContext context) {
            generator.writeBinary(ByteBufUtil.getBytes(value));
        }
    }
}
