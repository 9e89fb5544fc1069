package io.eyestalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MonitoringFilesTest {
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");
    private static final Pattern RUNBOOK_ROW =
            Pattern.compile("^\\| `(EyesTalk\\w+)` \\| \\S.* \\| \\S.* \\|$", Pattern.MULTILINE);
    private static final int COLUMNS = 24;

    @Test
    void everyAlarmHasALineThatSaysWhatToDo() throws IOException {
        var explained =
                RUNBOOK_ROW
                        .matcher(Files.readString(OPERATIONS))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained).isNotEmpty().isEqualTo(MonitoringFiles.namesOfAlarms());
    }

    @Test
    void everyAlarmHasATestInWhichItSounds() throws IOException {
        assertThat(MonitoringFiles.namesOfTestedAlarms())
                .isNotEmpty()
                .isEqualTo(MonitoringFiles.namesOfAlarms());
    }

    @Test
    void everyBoardHasAnAddressAndPanelsOfItsOwn() throws IOException {
        var addresses = new HashSet<String>();
        for (var board : MonitoringFiles.boards()) {
            assertThat(addresses.add(board.path("uid").asString())).isTrue();
            assertThat(board.path("title").asString()).isNotBlank();
            assertThat(board.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
            assertThat(board.path("panels").valueStream().map(panel -> panel.path("id").asInt()))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
        assertThat(addresses).containsExactlyInAnyOrder("eyestalk-activity", "eyestalk-service");
    }

    @Test
    void everyPanelAsksASourceThatItsBoardLetsOneChoose() throws IOException {
        for (var board : MonitoringFiles.boards()) {
            var sources = sourcesOf(board);
            for (var panel : board.path("panels")) {
                if (panel.has("targets")) {
                    assertThat(panel.path("title").asString()).isNotBlank();
                    assertThat(panel.path("targets")).isNotEmpty();
                    assertThat(sources).contains(panel.at("/datasource/uid").asString());
                    assertThat(referencesOf(panel)).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void panelsLieBesideEachOtherAndNotOnTopOfEachOther() throws IOException {
        for (var board : MonitoringFiles.boards()) {
            var taken = new HashSet<String>();
            for (var panel : board.path("panels")) {
                for (var cell : cellsOf(panel.path("gridPos"))) {
                    assertThat(taken.add(cell)).as("%s at %s", panel.path("title"), cell).isTrue();
                }
            }
        }
    }

    private static Set<String> sourcesOf(JsonNode board) {
        return board.at("/templating/list")
                .valueStream()
                .filter(variable -> variable.path("type").asString().equals("datasource"))
                .map(variable -> "${" + variable.path("name").asString() + "}")
                .collect(Collectors.toSet());
    }

    private static List<String> referencesOf(JsonNode panel) {
        return panel.path("targets")
                .valueStream()
                .map(target -> target.path("refId").asString())
                .toList();
    }

    private static List<String> cellsOf(JsonNode place) {
        var left = place.path("x").asInt();
        var right = left + place.path("w").asInt();
        assertThat(right).isLessThanOrEqualTo(COLUMNS);
        var cells = new ArrayList<String>();
        for (var x = left; x < right; x++) {
            for (var y = 0; y < place.path("h").asInt(); y++) {
                cells.add(x + ":" + (place.path("y").asInt() + y));
            }
        }
        return cells;
    }
}
