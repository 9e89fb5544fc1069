package io.eyestalk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties this application knows: its own and Spring's, from the metadata on the class path.
 */
final class KnownProperties {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern LIST = Pattern.compile("java\\.util\\.(List|Set)<(.+)>");
    private static final Pattern ITEM =
            Pattern.compile("(?<list>.+?)(?:_|\\[)(?<index>\\d+)\\]?[._]?(?<rest>.*)");

    private final Map<String, String> types = new HashMap<>();

    KnownProperties() throws IOException {
        var json = JsonMapper.builder().build();
        var found = new ArrayList<>(Collections.list(loader().getResources(METADATA)));
        for (var url : found) {
            try (var content = url.openStream()) {
                for (var property : json.readTree(content).path("properties")) {
                    types.put(
                            uniform(property.path("name").asString("")),
                            property.path("type").asString(""));
                }
            }
        }
    }

    /** Whether a property or an environment variable of that name would reach anything. */
    boolean knows(String name) {
        return types.containsKey(uniform(name)) || isInsideAMap(name) || isAnItem(name);
    }

    private boolean isInsideAMap(String name) {
        return types.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith("java.util.Map<"))
                .anyMatch(entry -> uniform(name).startsWith(entry.getKey()));
    }

    /** {@code turn.servers[0].urls[1]}: a list we know, whose items have such a part. */
    private boolean isAnItem(String name) {
        var item = ITEM.matcher(name);
        if (!item.matches()) {
            return false;
        }
        var list = LIST.matcher(types.getOrDefault(uniform(item.group("list")), ""));
        if (!list.matches()) {
            return false;
        }
        var part = uniform(item.group("rest").replaceFirst("[_\\[]\\d+]?$", ""));
        return part.isEmpty() || hasPart(list.group(2), part);
    }

    private static boolean hasPart(String type, String part) {
        try {
            for (var component : loader().loadClass(type).getRecordComponents()) {
                if (uniform(component.getName()).equals(part)) {
                    return true;
                }
            }
            return false;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /**
     * As relaxed binding compares names: {@code max-capacity}, {@code MAX_CAPACITY}, {@code
     * maxCapacity}.
     */
    private static String uniform(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static ClassLoader loader() {
        return KnownProperties.class.getClassLoader();
    }
}
