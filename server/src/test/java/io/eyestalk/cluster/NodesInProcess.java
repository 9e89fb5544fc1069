package io.eyestalk.cluster;

import io.eyestalk.EyesTalkApplication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Nodes of one service in the process of the test, which start sooner than {@link ClusterNodes} but
 * cannot be killed. They have a MariaDB and a Redis of their own, each node on a line of its own.
 */
public final class NodesInProcess implements AutoCloseable {
    private final MariaDbServer database;
    private final RedisServer redis;
    private final List<Node> nodes = new ArrayList<>();

    private NodesInProcess(MariaDbServer database, RedisServer redis) {
        this.database = database;
        this.redis = redis;
    }

    private record Node(FaultyProxy toRedis, ConfigurableApplicationContext context) {}

    /** Starts everything, and waits until all nodes are ready. */
    public static NodesInProcess start(int count, String... options) throws IOException {
        var cluster = new NodesInProcess(MariaDbServer.start(), RedisServer.start());
        try {
            for (var i = 0; i < count; i++) {
                cluster.add(options);
            }
        } catch (IOException | RuntimeException | Error failure) {
            cluster.close();
            throw failure;
        }
        return cluster;
    }

    public RedisServer redis() {
        return redis;
    }

    /** The way of that node to Redis. */
    public FaultyProxy lineToRedis(int node) {
        return nodes.get(node).toRedis();
    }

    /** Where that node listens. */
    public int port(int node) {
        var context = (WebServerApplicationContext) nodes.get(node).context();
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        for (var node : nodes) {
            node.context().close();
            node.toRedis().close();
        }
        redis.close();
        database.close();
    }

    private void add(String... options) throws IOException {
        var line = FaultyProxy.to(redis.port());
        var settings = ClusterNodes.settingsOf(database.port(), line.port()).stream();
        var own = Stream.of("--server.port=0", "--eyestalk.realtime.drain=0s");
        var all = Stream.of(settings, own, Stream.of(options)).flatMap(each -> each);
        var context =
                new SpringApplicationBuilder(EyesTalkApplication.class)
                        .run(all.toArray(String[]::new));
        nodes.add(new Node(line, context));
    }
}
