package io.eyestalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/operations.md knows every property: {@code tools/config-table} writes it there. */
class ConfigurationTableTest {
    private static final Path PAGE = Path.of("..", "docs", "operations.md");
    private static final Pattern TABLE =
            Pattern.compile(
                    "(<!-- table of properties: tools/config-table -->\n\n)(?s:.*?)(\n<!-- end of table -->)");

    @Test
    void theOperationsPageNamesEveryPropertyAsTheCodeDoes() throws IOException {
        var page = Files.readString(PAGE);

        var expected = withTable(page, ConfigurationTable.markdown());
        if (Boolean.getBoolean("config-table.write")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/operations.md is behind the code: run tools/config-table")
                .isEqualTo(expected);
    }

    @Test
    void everyPropertySaysWhatItMeans() {
        assertThat(ConfigurationTable.properties())
                .hasSizeGreaterThan(30)
                .allSatisfy(property -> assertThat(property.meaning()).isNotBlank());
    }

    private static String withTable(String page, String table) {
        var found = TABLE.matcher(page);
        assertThat(found.find()).as("the markers of the table in docs/operations.md").isTrue();
        return page.substring(0, found.end(1)) + table + page.substring(found.start(2));
    }
}
