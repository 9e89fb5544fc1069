package io.eyestalk.room;

import static org.awaitility.Awaitility.await;

import io.eyestalk.FreshDataFolder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real MariaDB of its own on a free port of this machine, as Debian's packages bring it. */
final class MariaDbServer implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/bin");

    private final Process process;
    private final int port;

    private MariaDbServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether {@code mariadb-server-core} is installed here. */
    static boolean isInstalled() {
        return program("mariadbd").isPresent() && program("mariadb-install-db").isPresent();
    }

    static MariaDbServer start() throws IOException {
        var folder = FreshDataFolder.next();
        Files.createDirectories(folder);
        var user = "--user=" + System.getProperty("user.name");
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + folder,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                user);
        var port = freePort();
        var process =
                builder(
                                "mariadbd",
                                "--no-defaults",
                                "--datadir=" + folder,
                                "--socket=" + socket(folder),
                                "--port=" + port,
                                "--bind-address=127.0.0.1",
                                user)
                        .start();
        var server = new MariaDbServer(process, port);
        await().atMost(Duration.ofSeconds(60)).until(server::answers);
        return server;
    }

    DataSource database() {
        return new DriverManagerDataSource(
                url("eyestalk?createDatabaseIfNotExist=true"), "root", "");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url(""), "root", "")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    /** Socket paths have to be short (108 characters). */
    private static Path socket(Path folder) throws IOException {
        return Files.createTempDirectory("db")
                .resolve(folder.getFileName().toString().substring(0, 8));
    }

    private static void run(String... command) throws IOException {
        var exit = builder(command).start().onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException(command[0] + " ended with " + exit);
        }
    }

    private static ProcessBuilder builder(String... command) {
        var words = command.clone();
        words[0] = program(command[0]).orElseThrow().toString();
        return new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static Optional<Path> program(String name) {
        return FOLDERS.stream()
                .flatMap(folder -> Stream.of(Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
