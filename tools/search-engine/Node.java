import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One OpenSearch node: {@code java -cp 'target/lib/*' Node.java FOLDER PORT}; ends with the process. */
public final class Node {
    private static final int ANY = -1;

    private Node() {}

    /** Starts the node. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = args[0];
        var port = Integer.parseInt(args[1]);
        try (var runner = new OpenSearchRunner()) {
            // The runner's own main takes no port above this, and adds the node's number to it.
            runner.setMaxHttpPort(ANY);
            runner.build(
                    OpenSearchRunner.newConfigs()
                            .basePath(folder)
                            .clusterName("eyestalk-" + port)
                            .numOfNode(1)
                            .baseHttpPort(port - 1));
            Thread.currentThread().join();
        }
    }
}
