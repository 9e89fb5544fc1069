package io.eyestalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every property set anywhere in {@code deploy/} is one the application has. */
class DeploymentPropertiesTest {
    private static final String ROOTS = "eyestalk|spring|server|management|logging";

    /** Environment variables, options, and names of files that become properties. */
    private static final List<Pattern> NAMES =
            List.of(
                    Pattern.compile(
                            "\\b((?:EYESTALK|SPRING|SERVER|MANAGEMENT|LOGGING)_[A-Z0-9_]+)\\b"),
                    Pattern.compile("--((?:" + ROOTS + ")\\.[A-Za-z0-9.\\[\\]-]+)"),
                    Pattern.compile(
                            "(?:target|secretKey|key|path): \"?((?:"
                                    + ROOTS
                                    + ")\\.[a-z0-9.\\[\\]-]++)(?!/)"));

    private final KnownProperties known;

    DeploymentPropertiesTest() throws IOException {
        known = new KnownProperties();
    }

    @Test
    void everyPropertySetInADeploymentExists() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Manifests.folder())) {
            for (var file : files.filter(DeploymentPropertiesTest::isConfiguration).toList()) {
                names.addAll(namesIn(Files.readString(file)));
            }
        }

        var unknown = names.stream().filter(name -> !known.knows(name)).toList();

        assertThat(names).contains("EYESTALK_TURN_SERVERS_0_URLS_0", "eyestalk.turn.secret");
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EYESTALK_ROOM_MAX_CAPACITY: 6",
                "EYESTALK_TURN_STUN_0: a",
                "EYESTALK_TURN_SERVERS_1_URLS_2: a",
                "target: spring.datasource.password",
                "java -jar eyestalk.jar --server.port=80",
                "LOGGING_LEVEL_IO_EYESTALK: debug",
            })
    void knowsAPropertyHoweverItIsWritten(String text) {
        assertThat(namesIn(text)).isNotEmpty().allMatch(known::knows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EYESTALK_ROOM_MAXIMUM_CAPACITY: 6",
                "EYESTALK_TURN_STUNS_0: a",
                "EYESTALK_TURN_SERVERS_0_URI_0: a",
                "EYESTALK_ROOM_MAX_CAPACITY_0: 6",
                "SPRING_DATASOURCE_PASWORD: a",
                "secretKey: eyestalk.turn.sekret",
                "java -jar eyestalk.jar --server.prt=80",
            })
    void findsAPropertyThatWasRenamed(String text) {
        assertThat(namesIn(text)).isNotEmpty().noneMatch(known::knows);
    }

    private static List<String> namesIn(String text) {
        return NAMES.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }

    private static boolean isConfiguration(Path file) {
        var path = file.toString();
        return Files.isRegularFile(file)
                && !path.contains("node_modules")
                && !path.contains("/checks/")
                && !path.contains("/secrets/");
    }
}
