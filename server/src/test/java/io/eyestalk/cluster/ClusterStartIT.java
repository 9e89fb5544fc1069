package io.eyestalk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Configuration alone turns servers into nodes of one service. */
class ClusterStartIT {
    @Test
    void aRoomOfOneNodeIsARoomOfAllNodes() throws IOException {
        ClusterNodes.assumeInstalled();
        try (var cluster = ClusterNodes.start(2)) {
            var room =
                    """
                    {"roomName": "회의", "roomCapacity": 4, "userNickname": "ann"}
                    """;

            var created = cluster.node(0).rest().send("POST", "/room", room);
            var again = cluster.node(1).rest().send("POST", "/room", room);

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(RestWire.code(again)).isEqualTo("DUPLICATE_RESOURCE");
            assertThat(config(cluster, 1).get("transports").valueStream())
                    .map(JsonNode::asString)
                    .containsExactly("websocket");
        }
    }

    private static JsonNode config(ClusterNodes cluster, int node) {
        return RestWire.json(cluster.node(node).rest().get("/api/config"));
    }
}
