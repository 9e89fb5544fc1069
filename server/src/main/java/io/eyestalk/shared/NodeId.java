package io.eyestalk.shared;

/**
 * Which process this is, among those that serve the same rooms.
 *
 * @param value random and new at every start: a node that comes back is another one
 * @param name for people, in logs and activity documents; several nodes may share it
 */
public record NodeId(String value, String name) {
    private static final int MAX_LENGTH = 64;

    public NodeId {
        Identifiers.require("node id", value, MAX_LENGTH);
        Identifiers.require("eyestalk.node", name, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return name + "/" + value;
    }
}
