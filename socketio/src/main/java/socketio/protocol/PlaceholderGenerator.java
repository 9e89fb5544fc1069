package socketio.protocol;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/** Writes a placeholder wherever a value writes binary, and keeps the binary as an attachment. */
final class PlaceholderGenerator extends JsonGeneratorDelegate {
    private final List<byte[]> attachments;

    PlaceholderGenerator(JsonGenerator target, List<byte[]> attachments) {
        super(target, false);
        this.attachments = attachments;
    }

    @Override
    public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
        var number = attachments.size();
        attachments.add(Arrays.copyOfRange(data, offset, offset + length));
        writeStartObject();
        writeName("_placeholder");
        writeBoolean(true);
        writeName("num");
        writeNumber(number);
        writeEndObject();
        return this;
    }

    @Override
    public JsonGenerator writeBinary(byte[] data, int offset, int length) {
        return writeBinary(Base64Variants.getDefaultVariant(), data, offset, length);
    }

    @Override
    public JsonGenerator writeBinary(byte[] data) {
        return writeBinary(data, 0, data.length);
    }
}
