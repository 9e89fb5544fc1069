package io.eyestalk.realtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.server.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event of a client, with its one argument as JSON (in single quotes), or none. */
final class FakeEvent implements Event {
    private final String name;
    private final @Nullable String payload;
    private final boolean hasAck;
    private final List<@Nullable Object> acks = new ArrayList<>();

    FakeEvent(String name, @Nullable String payload, boolean hasAck) {
        this.name = name;
        this.payload = payload == null ? null : payload.replace('\'', '"');
        this.hasAck = hasAck;
    }

    /** What it was acknowledged with. */
    List<@Nullable Object> acks() {
        return acks;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<JsonNode> args() {
        return payload == null ? List.of() : List.of(JsonMapper.shared().readTree(payload));
    }

    @Override
    public byte[] raw() {
        return ("[" + payload + "]").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean hasAck() {
        return hasAck;
    }

    @Override
    public void ack(@Nullable Object... args) {
        acks.add(args[0]);
    }
}
