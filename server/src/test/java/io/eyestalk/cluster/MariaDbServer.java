package io.eyestalk.cluster;

import static org.awaitility.Awaitility.await;

import io.eyestalk.FreshDataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real MariaDB of its own on a free port of this machine, as Debian's packages bring it. It can
 * be killed and started again on the same data and port.
 */
public final class MariaDbServer implements AutoCloseable {
    private static final String DATABASE = "eyestalk?createDatabaseIfNotExist=true";

    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private Process process;

    private MariaDbServer(Path folder, int port, Map<String, String> environment)
            throws IOException {
        this.folder = folder;
        this.port = port;
        this.environment = environment;
        this.process = launch();
    }

    /** Whether {@code mariadb-server-core} is installed here. */
    public static boolean isInstalled() {
        return LocalProgram.find("mariadbd").isPresent()
                && LocalProgram.find("mariadb-install-db").isPresent();
    }

    /** Starts one with no tables and waits until it answers. */
    public static MariaDbServer start() throws IOException {
        return start(Map.of());
    }

    /**
     * The same with a clock that is behind that of this machine, if {@link FalseClock} is there.
     */
    public static MariaDbServer startBehind(Duration by) throws IOException {
        return start(FalseClock.isInstalled() ? FalseClock.behind(by) : Map.of());
    }

    private static MariaDbServer start(Map<String, String> environment) throws IOException {
        var folder = FreshDataFolder.next();
        Files.createDirectories(folder);
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + folder,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                user());
        var server = new MariaDbServer(folder, LocalProgram.freePort(), environment);
        server.awaitAnswer();
        return server;
    }

    public int port() {
        return port;
    }

    /** The database of the application, without a pool. */
    public DataSource database() {
        return new DriverManagerDataSource(urlVia(port), "root", "");
    }

    /** The same database as reached through another port of this machine, such as a proxy's. */
    public static String urlVia(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** SIGKILL. What was committed is on disk. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again after {@link #kill}, on the same port, and waits until it answers. */
    public void startAgain() throws IOException {
        process = launch();
        awaitAnswer();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private Process launch() throws IOException {
        var program =
                LocalProgram.silent(
                        "mariadbd",
                        "--no-defaults",
                        "--datadir=" + folder,
                        "--socket=" + socket(folder),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        user());
        program.environment().putAll(environment);
        return program.start();
    }

    private void awaitAnswer() {
        await().atMost(Duration.ofSeconds(60)).until(this::answers);
    }

    private boolean answers() {
        var url = "jdbc:mariadb://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(url, "root", "")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static String user() {
        return "--user=" + System.getProperty("user.name");
    }

    /** Socket paths have to be short (108 characters). */
    private static Path socket(Path folder) throws IOException {
        return Files.createTempDirectory("db")
                .resolve(folder.getFileName().toString().substring(0, 8));
    }

    private static void run(String... command) throws IOException {
        var exit = LocalProgram.silent(command).start().onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException(command[0] + " ended with " + exit);
        }
    }
}
