package socketio.server;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import socketio.protocol.EventName;
import socketio.protocol.Json;
import socketio.protocol.Packet;
import socketio.protocol.PacketWriter;
import tools.jackson.databind.JsonNode;

/** An event as it came; it is parsed when somebody wants to know more than its name. */
final class ReceivedEvent implements Event {
    /** Sends an acknowledgement to the client of the event. */
    @FunctionalInterface
    interface Acknowledger {
        void acknowledge(long ackId, @Nullable Object[] args);
    }

    private final Acknowledger acknowledger;
    private final Packet packet;
    private final List<byte[]> attachments;
    private final int nameStart;
    private final int nameEnd;
    private final @Nullable AtomicBoolean acknowledged;
    private volatile @Nullable List<JsonNode> args;

    ReceivedEvent(Acknowledger acknowledger, Packet packet, List<byte[]> attachments) {
        this.acknowledger = acknowledger;
        this.packet = packet;
        this.attachments = attachments;
        this.nameStart = EventName.start(packet);
        this.nameEnd = EventName.end(packet, nameStart);
        this.acknowledged = hasAck() ? new AtomicBoolean() : null;
    }

    /** Whether the name is this one, given as text and as a JSON string without escapes. */
    boolean isNamed(String name, byte[] quoted) {
        var bytes = packet.bytes();
        return Arrays.equals(bytes, nameStart, nameEnd, quoted, 0, quoted.length)
                || (EventName.hasEscape(bytes, nameStart, nameEnd) && name().equals(name));
    }

    /** The same event for others, in this namespace. */
    byte[] relayed() {
        return PacketWriter.relayed(packet.namespace(), packet, attachments);
    }

    @Override
    public String name() {
        return EventName.text(packet, nameStart, nameEnd);
    }

    @Override
    public List<JsonNode> args() {
        var parsed = args;
        if (parsed == null) {
            var all = Json.array(packet, attachments);
            parsed = List.copyOf(all.subList(1, all.size()));
            args = parsed;
        }
        return parsed;
    }

    @Override
    public byte[] raw() {
        var array = new ByteArrayOutputStream(packet.bytes().length - nameEnd + 1);
        array.write('[');
        var start = afterComma();
        array.write(packet.bytes(), start, packet.bytes().length - start);
        return array.toByteArray();
    }

    /** The first argument, or the closing bracket if there is none. */
    private int afterComma() {
        var bytes = packet.bytes();
        var at = nameEnd;
        while (bytes[at] != ',' && bytes[at] != ']') {
            at++;
        }
        return bytes[at] == ',' ? at + 1 : at;
    }

    @Override
    public boolean hasAck() {
        return packet.id() != Packet.NO_ID;
    }

    @Override
    public void ack(@Nullable Object... values) {
        if (acknowledged != null && !acknowledged.getAndSet(true)) {
            acknowledger.acknowledge(packet.id(), values);
        }
    }
}
