package io.eyestalk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One Protobuf message, field by field, without its schema (protobuf.dev, "Encoding"). */
final class ProtobufFields {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final Map<Integer, List<byte[]>> texts = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    ProtobufFields(byte[] message) {
        var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            read(in);
        }
    }

    /** The first value of a field of bytes or text; none reads as empty. */
    byte[] bytes(int field) {
        return texts.getOrDefault(field, List.of(new byte[0])).getFirst();
    }

    List<ProtobufFields> messages(int field) {
        return texts.getOrDefault(field, List.of()).stream().map(ProtobufFields::new).toList();
    }

    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }

    private void read(ByteBuffer in) {
        var key = (int) varint(in);
        var field = key >>> 3;
        switch (key & 7) {
            case VARINT -> numbers.put(field, varint(in));
            case FIXED_64 -> numbers.put(field, in.getLong());
            case FIXED_32 -> numbers.put(field, (long) in.getInt());
            case LENGTH -> {
                var value = new byte[(int) varint(in)];
                in.get(value);
                texts.computeIfAbsent(field, _ -> new ArrayList<>()).add(value);
            }
            default -> throw new AssertionError("no such wire type: " + (key & 7));
        }
    }

    private static long varint(ByteBuffer in) {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
