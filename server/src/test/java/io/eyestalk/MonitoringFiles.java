package io.eyestalk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alarms and boards under {@code deploy/}, and which metrics they ask for. */
public final class MonitoringFiles {
    public static final Path RULES = Path.of("..", "deploy", "prometheus", "alerts.yaml");
    public static final Path RULE_TESTS = Path.of("..", "deploy", "prometheus", "alerts.test.yaml");
    private static final Path BOARDS = Path.of("..", "deploy", "grafana");

    private static final Pattern SELECTOR =
            Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)\\{(?<matchers>[^}]*)}");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:eyestalk|hikaricp|http|jvm|process)_\\w+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=|!=|=~|!~)\\s*\"");

    /** Given by Prometheus itself when it scrapes. */
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

    private MonitoringFiles() {}

    /** Series that an expression asks for, by name and the labels it looks at. */
    public record Selector(String metric, Set<String> labels) {}

    /** A panel of a board, and the board. */
    public record Panel(String board, JsonNode json) {
        public String title() {
            return board + ": " + json.path("title").asString();
        }
    }

    /** Everything the alarms and boards ask of the application. */
    public static Set<Selector> selectors() throws IOException {
        var texts = Stream.concat(alarms().map(MonitoringFiles::expression), expressionsOfBoards());
        return texts.flatMap(MonitoringFiles::selectorsOf)
                .filter(selector -> !selector.metric().equals("up"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static Set<String> namesOfAlarms() throws IOException {
        return alarms().map(rule -> Tree.text(rule, "alert")).collect(toNames());
    }

    /** Alarms of which a test says when they sound. */
    public static Set<String> namesOfTestedAlarms() throws IOException {
        var tests = Tree.list(Tree.at(read(RULE_TESTS), "tests"));
        return tests.stream()
                .flatMap(test -> Tree.list(Tree.at(test, "alert_rule_test")).stream())
                .filter(test -> !Tree.list(Tree.at(test, "exp_alerts")).isEmpty())
                .map(test -> Tree.text(test, "alertname"))
                .collect(toNames());
    }

    public static List<JsonNode> boards() throws IOException {
        try (var files = Files.list(BOARDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> JsonMapper.shared().readTree(file.toFile()))
                    .toList();
        }
    }

    /** All panels that show something. */
    public static List<Panel> panels() throws IOException {
        return boards().stream()
                .flatMap(
                        board ->
                                board.path("panels")
                                        .valueStream()
                                        .filter(panel -> !isRow(panel))
                                        .map(
                                                panel ->
                                                        new Panel(
                                                                board.path("title").asString(),
                                                                panel)))
                .toList();
    }

    private static boolean isRow(JsonNode panel) {
        return panel.path("type").asString().equals("row");
    }

    private static Stream<String> expressionsOfBoards() throws IOException {
        return panels().stream()
                .flatMap(panel -> panel.json().path("targets").valueStream())
                .filter(target -> target.has("expr"))
                .map(target -> target.path("expr").asString());
    }

    private static Stream<?> alarms() throws IOException {
        var groups = Tree.list(Tree.at(read(RULES), "groups"));
        return groups.stream().flatMap(group -> Tree.list(Tree.at(group, "rules")).stream());
    }

    private static Object read(Path yaml) throws IOException {
        return Manifests.parse(Files.readString(yaml)).getFirst();
    }

    private static String expression(Object alarm) {
        return Tree.text(alarm, "expr");
    }

    private static Stream<Selector> selectorsOf(String expression) {
        var selectors =
                SELECTOR.matcher(expression)
                        .results()
                        .map(found -> new Selector(found.group(1), labelsOf(found.group(2))))
                        .toList();
        var named = selectors.stream().map(Selector::metric).collect(Collectors.toSet());
        var bare =
                NAME.matcher(expression.replaceAll("\"[^\"]*\"", ""))
                        .results()
                        .map(found -> found.group())
                        .filter(name -> !named.contains(name))
                        .map(name -> new Selector(name, Set.of()));
        return Stream.concat(selectors.stream(), bare);
    }

    private static Set<String> labelsOf(String matchers) {
        return Arrays.stream(matchers.split(","))
                .map(LABEL::matcher)
                .filter(label -> label.find())
                .map(label -> label.group(1))
                .filter(label -> !OF_THE_SCRAPE.contains(label))
                .collect(toNames());
    }

    private static Collector<String, ?, Set<String>> toNames() {
        return Collectors.toCollection(TreeSet::new);
    }
}
