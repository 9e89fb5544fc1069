package io.eyestalk.realtime;

import io.eyestalk.shared.RejectedException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How one JSON value becomes one Java value. A number may come as a string, nothing else may. */
@FunctionalInterface
interface FieldType {
    /** Up to nine digits, which always fit into an int. */
    Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    /**
     * The value.
     *
     * @throws RejectedException VALIDATION_FAILED; the caller knows the name of the field
     */
    Object read(JsonNode node);

    /** The reader of a type: text, whole number, boolean, or a record of one of them. */
    static FieldType of(Class<?> type) {
        if (type == String.class) {
            return FieldType::text;
        }
        if (type == int.class || type == Integer.class) {
            return FieldType::wholeNumber;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FieldType::flag;
        }
        if (type.isRecord() && type.getRecordComponents().length == 1) {
            return value(type);
        }
        throw new IllegalArgumentException("a payload cannot hold a " + type);
    }

    private static FieldType value(Class<?> type) {
        var inner = type.getRecordComponents()[0].getType();
        var innerType = of(inner);
        try {
            var constructor = type.getDeclaredConstructor(inner);
            return node -> RecordReader.newInstance(constructor, innerType.read(node));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has it", impossible);
        }
    }

    private static Object text(JsonNode node) {
        if (!node.isString()) {
            throw wrong("must be a text");
        }
        return node.stringValue();
    }

    private static Object wholeNumber(JsonNode node) {
        if (node.isInt()) {
            return node.intValue();
        }
        var digits = node.isString() ? node.stringValue().strip() : "";
        if (!WHOLE_NUMBER.matcher(digits).matches()) {
            throw wrong("must be a whole number");
        }
        return Integer.valueOf(digits);
    }

    private static Object flag(JsonNode node) {
        if (!node.isBoolean()) {
            throw wrong("must be true or false");
        }
        return node.booleanValue();
    }

    private static RejectedException wrong(String message) {
        return RejectedException.invalid("value", message);
    }
}
