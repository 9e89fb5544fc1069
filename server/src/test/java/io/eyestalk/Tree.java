package io.eyestalk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads parsed YAML, whose shape nobody guarantees: what is not there reads as empty. */
final class Tree {
    private Tree() {}

    static Map<String, Object> map(Object value) {
        var entries = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        }
        return entries;
    }

    static List<?> list(Object value) {
        return value instanceof List<?> given ? given : List.of();
    }

    /** The value under a path of names and list positions; an empty map when there is none. */
    static Object at(Object value, Object... path) {
        var found = value;
        for (var step : path) {
            var next =
                    step instanceof Integer index
                            ? (index < list(found).size() ? list(found).get(index) : null)
                            : map(found).get(step);
            found = next == null ? Map.of() : next;
        }
        return found;
    }

    static String text(Object value, Object... path) {
        var found = at(value, path);
        return found instanceof Map || found instanceof List ? "" : String.valueOf(found);
    }

    static int number(Object value, Object... path) {
        return at(value, path) instanceof Number number ? number.intValue() : 0;
    }
}
