package io.eyestalk.signaling;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.cluster.ClusterNodes;
import io.eyestalk.cluster.NodesInProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** Two nodes for all tests of a class; a room and its people for each test. */
abstract class OnTwoNodes {
    static NodesInProcess cluster;

    final String room = UUID.randomUUID().toString();
    private final List<Person> people = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(ClusterNodes.canStart(), "needs Debian's mariadb-server-core and redis-server");
        cluster = NodesInProcess.start(2);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void everybodyGoes() {
        people.forEach(Person::close);
    }

    /** Somebody who is connected to that node and in no room. */
    final Person at(int node) {
        var person = Person.connect(cluster.port(node), "websocket");
        people.add(person);
        return person;
    }

    /** Something that was said, no notice of who came or went. */
    static boolean isLine(JsonNode said) {
        return said.get("type").stringValue().equals("normal");
    }
}
