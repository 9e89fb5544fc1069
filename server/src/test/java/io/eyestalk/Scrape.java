package io.eyestalk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One reading of {@code /actuator/prometheus}: the text exposition format, sample by sample. */
public final class Scrape {
    private static final Pattern SAMPLE =
            Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)(?<labels>\\{.*})? (?<value>\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final String text;

    private Scrape(String text) {
        this.text = text;
        text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
    }

    /** Asks the operations port. */
    public static Scrape of(int managementPort) {
        var answer = new RestWire(managementPort).get("/actuator/prometheus");
        if (answer.statusCode() != 200) {
            throw new AssertionError("no metrics: " + answer.statusCode());
        }
        return new Scrape(answer.body());
    }

    public String text() {
        return text;
    }

    /**
     * The sum of all samples of that name that have these labels.
     *
     * @param labels name and value by turns
     */
    public double sum(String name, String... labels) {
        return samples.entrySet().stream()
                .filter(sample -> nameOf(sample.getKey()).equals(name))
                .filter(sample -> hasAll(sample.getKey(), labels))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    public Set<String> names() {
        var names = new TreeSet<String>();
        samples.keySet().forEach(sample -> names.add(nameOf(sample)));
        return names;
    }

    /** Every value that a label of that name has. */
    public Set<String> valuesOf(String label) {
        var values = new TreeSet<String>();
        for (var sample : samples.keySet()) {
            LABEL.matcher(sample)
                    .results()
                    .filter(found -> found.group(1).equals(label))
                    .forEach(found -> values.add(found.group(2)));
        }
        return values;
    }

    /** Names of all labels of a metric, and whether there is one is another question. */
    public Set<String> labelsOf(String name) {
        return labelNames(sample -> nameOf(sample).equals(name));
    }

    /** Names of all labels of our own meters. */
    public Set<String> ownLabels() {
        return labelNames(sample -> sample.startsWith("eyestalk_"));
    }

    private Set<String> labelNames(Predicate<String> ofWhich) {
        return samples.keySet().stream()
                .filter(ofWhich)
                .flatMap(sample -> LABEL.matcher(sample).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void read(String line) {
        var sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("not in the exposition format: " + line);
        }
        var labels = sample.group("labels");
        samples.put(
                sample.group("name") + (labels == null ? "" : labels),
                Double.valueOf(sample.group("value").replace("Inf", "Infinity")));
    }

    private static String nameOf(String sample) {
        var brace = sample.indexOf('{');
        return brace < 0 ? sample : sample.substring(0, brace);
    }

    private static boolean hasAll(String sample, String... labels) {
        for (var i = 0; i < labels.length; i += 2) {
            if (!sample.contains(labels[i] + "=\"" + labels[i + 1] + "\"")) {
                return false;
            }
        }
        return true;
    }
}
