package io.eyestalk.cluster;

import io.eyestalk.FreePort;
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

/** A real MariaDB: killed and started again, it has what was committed. */
public final class MariaDbServer extends LocalServer {
    private static final String DATABASE = "eyestalk?createDatabaseIfNotExist=true";

    private MariaDbServer(ProcessBuilder program, int port) throws IOException {
        super(program, port);
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
        var port = FreePort.find();
        var program = program(folder, port);
        program.environment().putAll(environment);
        var server = new MariaDbServer(program, port);
        server.awaitAnswer();
        return server;
    }

    /** The database of the application, without a pool. */
    public DataSource database() {
        return new DriverManagerDataSource(urlVia(port()), "root", "");
    }

    /** The same database as reached through another port of this machine, such as a proxy's. */
    public static String urlVia(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE;
    }

    private static ProcessBuilder program(Path folder, int port) throws IOException {
        return LocalProgram.silent(
                "mariadbd",
                "--no-defaults",
                "--datadir=" + folder,
                "--socket=" + socket(folder),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                user());
    }

    @Override
    boolean answers() {
        var url = "jdbc:mariadb://127.0.0.1:" + port() + "/";
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
