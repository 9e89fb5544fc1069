package socketio.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

class ReadmeIT {
    private static final Path SOURCES = Path.of("src/test/java/socketio/readme");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Line breaks aside: a README is narrower than a formatter that knows no mercy. */
    @ParameterizedTest
    @ValueSource(strings = {"AloneExample", "WebFluxExample"})
    void showsTheExamplesThatAreRun(String example) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var source = withoutSpace(Files.readString(SOURCES.resolve(example + ".java")));

        assertThat(readme.split("```java\n", -1))
                .anySatisfy(
                        rest -> {
                            var block = withoutSpace(rest.split("```", 2)[0]);
                            assertThat(block).isNotEmpty();
                            assertThat(source).contains(block);
                        });
    }

    @Test
    void servesAlone() {
        try (var server = AloneExample.start(0);
                var first = client(server.address());
                var second = client(server.address())) {
            assertThat(first.message()).startsWith("42[\"welcome\",\"");
            first.text("420[\"join\"]");
            assertThat(first.message()).isEqualTo("430[\"joined\"]");

            second.text("42[\"say\",\"hi\"]");

            assertThat(first.message()).isEqualTo("42[\"say\",\"hi\"]");
        }
    }

    @Test
    void servesOnThePortOfSpring() {
        try (var spring =
                SpringApplication.run(
                        WebFluxExample.class, "--server.port=0", "--spring.main.banner-mode=off")) {
            var port = spring.getEnvironment().getRequiredProperty("local.server.port");
            var address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
            try (var client = client(address);
                    var http = new RawHttp(address, "/anything-else")) {
                client.text("420[\"hello\"]");

                assertThat(client.message()).startsWith("430[\"hello, ");
                assertThat(http.get("").statusCode()).isEqualTo(404);
            }
        }
    }

    private static RawWebSocket client(InetSocketAddress address) {
        var client = RawWebSocket.open(address, "/socket.io/?EIO=4&transport=websocket");
        client.message();
        client.text("40");
        client.message();
        return client;
    }

    private static String withoutSpace(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
