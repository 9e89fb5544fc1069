package io.eyestalk.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.FreshDataFolder;
import io.eyestalk.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Nodes of one service as real processes, with a MariaDB and a Redis of their own. */
public final class ClusterNodes implements AutoCloseable {
    /** Limits count per address, and everybody in a test has the same one. */
    private static final String NO_LIMITS = "--eyestalk.limits.enabled=false";

    private final MariaDbServer database;
    private final RedisServer redis;
    private final List<ServerProcess> nodes = new ArrayList<>();

    private ClusterNodes(MariaDbServer database, RedisServer redis) {
        this.database = database;
        this.redis = redis;
    }

    /** Skips the test where what a cluster needs is not installed. */
    public static void assumeInstalled() {
        assumeTrue(
                MariaDbServer.isInstalled() && RedisServer.isInstalled(),
                "needs Debian's mariadb-server-core and redis-server");
    }

    /** Starts database and Redis only. */
    public static ClusterNodes withoutNodes() throws IOException {
        return around(MariaDbServer.start());
    }

    /** Starts Redis only, for nodes around that database, which ends with them. */
    public static ClusterNodes around(MariaDbServer database) throws IOException {
        return new ClusterNodes(database, RedisServer.start());
    }

    /** Starts everything, and waits until all nodes are ready. */
    public static ClusterNodes start(int count, String... options) throws IOException {
        var cluster = withoutNodes();
        try {
            cluster.add(count, options);
        } catch (IOException | RuntimeException | Error failure) {
            cluster.close();
            throw failure;
        }
        return cluster;
    }

    public MariaDbServer database() {
        return database;
    }

    public RedisServer redis() {
        return redis;
    }

    /** The node that was started as that one, counted from 0. */
    public ServerProcess node(int index) {
        return nodes.get(index);
    }

    /** Starts more nodes at the same time, and waits until all are ready. */
    public void add(int count, String... options) throws IOException {
        var launched = new ArrayList<ServerProcess>();
        for (var i = 0; i < count; i++) {
            launched.add(launch(0, options));
        }
        nodes.addAll(launched);
        launched.forEach(ClusterNodes::requireReady);
    }

    /**
     * Starts a node in place of one that has ended, on the same port, and waits until it is ready.
     */
    public ServerProcess replace(int index, String... options) throws IOException {
        var next = launch(nodes.get(index).port(), options);
        nodes.set(index, next);
        requireReady(next);
        return next;
    }

    /** What turns a server into a node of this cluster, as options of the command line. */
    public List<String> settings() {
        return settingsOf(database.port(), redis.port());
    }

    /** The same with other ways to the database and to Redis, such as proxies. */
    public static List<String> settingsOf(int databasePort, int redisPort) {
        return List.of(
                "--spring.profiles.active=cluster",
                "--spring.datasource.url=" + MariaDbServer.urlVia(databasePort),
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + redisPort,
                NO_LIMITS);
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
        redis.close();
        database.close();
    }

    private ServerProcess launch(int port, String... options) throws IOException {
        var overridden = Arrays.stream(options).map(ClusterNodes::name).toList();
        var all =
                Stream.concat(
                        settings().stream().filter(setting -> !overridden.contains(name(setting))),
                        Stream.of(options));
        return ServerProcess.launch(port, FreshDataFolder.next(), all.toArray(String[]::new));
    }

    /** Given twice, an option would be a list of both values. */
    private static String name(String option) {
        return option.substring(0, option.indexOf('=') + 1);
    }

    private static void requireReady(ServerProcess node) {
        if (!node.isReady()) {
            throw new AssertionError("a node did not start:\n" + node.output());
        }
    }
}
