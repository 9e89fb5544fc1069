package io.eyestalk.stats;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as RFC 4180 wants it, safe to open in a spreadsheet. */
final class Csv {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private Csv() {}

    /** Lines of cells; every line ends in CR LF. */
    static String of(List<List<String>> table) {
        return table.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    /** A spreadsheet runs what looks like a formula: an apostrophe makes it text (OWASP). */
    private static String cell(String text) {
        var isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        var safe = isFormula ? "'" + text : text;
        return safe.chars().anyMatch(unit -> ",\"\r\n".indexOf(unit) >= 0) || isFormula
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
