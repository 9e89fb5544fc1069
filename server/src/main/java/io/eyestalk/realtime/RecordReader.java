package io.eyestalk.realtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.RejectedException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object into a record, field by field, so that everything that is wrong with it is
 * told at once. Other fields of the object are ignored.
 */
final class RecordReader<R> {
    private final List<Field> fields;
    private final Constructor<R> constructor;

    private RecordReader(List<Field> fields, Constructor<R> constructor) {
        this.fields = fields;
        this.constructor = constructor;
    }

    /** The reader for a record of texts, numbers, booleans and values made of one of them. */
    static <R> RecordReader<R> of(Class<R> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is no record");
        }
        var components = type.getRecordComponents();
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordReader<>(
                    Arrays.stream(components).map(Field::of).toList(), constructor);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has it", impossible);
        }
    }

    /**
     * The record.
     *
     * @throws RejectedException VALIDATION_FAILED with every field that is wrong
     */
    R read(ObjectNode object) {
        var errors = new ArrayList<FieldError>();
        var values = new @Nullable Object[fields.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = fields.get(i).read(object, errors);
        }
        if (!errors.isEmpty()) {
            throw RejectedException.invalid(errors);
        }
        return newInstance(constructor, values);
    }

    static <T> T newInstance(Constructor<T> constructor, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RejectedException rejection) {
                throw rejection;
            }
            throw new IllegalStateException("cannot make a " + constructor.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getName(), e);
        }
    }

    private record Field(String name, boolean required, FieldType type) {
        static Field of(RecordComponent component) {
            var named = component.getAccessor().getAnnotation(JsonProperty.class);
            var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Field(
                    named == null ? component.getName() : named.value(),
                    !optional,
                    FieldType.of(component.getType()));
        }

        @Nullable Object read(ObjectNode object, List<FieldError> errors) {
            JsonNode node = object.get(name);
            if (node == null || node.isNull()) {
                if (required) {
                    errors.add(new FieldError(name, "is missing"));
                }
                return null;
            }
            try {
                return type.read(node);
            } catch (RejectedException rejection) {
                // a value names the field as REST knows it; here it may be called otherwise
                rejection.errors().forEach(e -> errors.add(new FieldError(name, e.message())));
                return null;
            }
        }
    }
}
