package io.eyestalk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every property of ours as a Markdown table, from what the compiler noted about the records. */
final class ConfigurationTable {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private ConfigurationTable() {}

    static String markdown() {
        var lines =
                properties().stream().map(ConfigurationTable::row).map(row -> row + "\n").toList();
        return "| property | default | meaning |\n| --- | --- | --- |\n" + String.join("", lines);
    }

    /** Name, default and meaning of each property, by name. */
    static List<Property> properties() {
        var defaults = applicationDefaults();
        return read(METADATA)
                .path("properties")
                .valueStream()
                .filter(node -> node.path("name").asString().startsWith("eyestalk."))
                .map(node -> property(node, defaults))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /**
     * @param value the default as one would write it; empty when there is none
     */
    record Property(String name, String value, String meaning) {}

    private static Property property(JsonNode node, List<PropertySource<?>> defaults) {
        var name = node.path("name").asString();
        var value =
                defaults.stream()
                        .map(source -> source.getProperty(name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(Object::toString)
                        .orElseGet(() -> text(node.path("defaultValue")));
        return new Property(name, value, meaning(node.path("description").asString("")));
    }

    private static String row(Property property) {
        var value = property.value().isEmpty() ? "none" : "`" + property.value() + "`";
        return "| `%s` | %s | %s |"
                .formatted(property.name(), value, property.meaning().replace("|", "\\|"));
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(", ", value.valueStream().map(JsonNode::asString).toList())
                : value.asString("");
    }

    private static String meaning(String javadoc) {
        return javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "`$1`").strip();
    }

    private static JsonNode read(String resource) {
        try (var stream = new ClassPathResource(resource).getInputStream()) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<PropertySource<?>> applicationDefaults() {
        try {
            return new YamlPropertySourceLoader()
                    .load("defaults", new ClassPathResource("application.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
