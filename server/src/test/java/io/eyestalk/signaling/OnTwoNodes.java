package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.cluster.ClusterNodes;
import io.eyestalk.cluster.NodesInProcess;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Two nodes for all tests of a class; a room and its people for each test. */
abstract class OnTwoNodes {
    static NodesInProcess cluster;

    final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();

    @BeforeAll
    static void start() throws IOException {
        ClusterNodes.assumeInstalled();
        cluster = NodesInProcess.start(2);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** Somebody who is connected to that node and in no room. */
    final Person at(int node) {
        return people.add(Person.connect(cluster.port(node), "websocket"));
    }

    /** Somebody who has entered the room of the test at that node. */
    final Person at(int node, String nickname) {
        return at(node, room, nickname);
    }

    /** Somebody who has entered a room at that node. */
    final Person at(int node, String title, String nickname) {
        var person = at(node);
        assertThat(person.join(title, nickname).get("ok").booleanValue()).isTrue();
        return person;
    }

    /** Something that was said, no notice of who came or went. */
    static boolean isLine(JsonNode said) {
        return said.get("type").stringValue().equals("normal");
    }
}
