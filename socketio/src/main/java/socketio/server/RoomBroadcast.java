package socketio.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.protocol.EventName;
import socketio.protocol.Packet;
import socketio.protocol.PacketWriter;

/** Sends one framed event to many sockets, which all share its bytes. */
final class RoomBroadcast implements Broadcast {
    private final LocalNamespace namespace;
    private final List<String> rooms;
    private final @Nullable String excluded;
    private final boolean droppable;

    /** Creates a broadcast to some rooms, or to the whole namespace if there are none. */
    RoomBroadcast(
            LocalNamespace namespace,
            List<String> rooms,
            @Nullable String excluded,
            boolean droppable) {
        this.namespace = namespace;
        this.rooms = rooms;
        this.excluded = excluded;
        this.droppable = droppable;
    }

    @Override
    public Broadcast except(String socketId) {
        return new RoomBroadcast(namespace, rooms, socketId, droppable);
    }

    @Override
    public Broadcast droppable() {
        return new RoomBroadcast(namespace, rooms, excluded, true);
    }

    @Override
    public void emit(String event, @Nullable Object... args) {
        EventName.requireUsable(event);
        send(PacketWriter.event(namespace.name(), Packet.NO_ID, event, args));
    }

    @Override
    public void emitEncoded(EncodedEvent event) {
        send(event.frames());
    }

    @Override
    public void relay(Event event) {
        if (!(event instanceof ReceivedEvent received)) {
            throw new IllegalArgumentException("not an event of this server");
        }
        send(received.relayed());
    }

    private void send(byte[] bytes) {
        var receivers = receivers();
        if (receivers.isEmpty()) {
            return;
        }
        var frames = ByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);
        try {
            for (var socket : receivers) {
                sendTo(socket, frames);
            }
        } finally {
            frames.release();
        }
    }

    private void sendTo(ConnectedSocket socket, ByteBuf frames) {
        if (!socket.id().equals(excluded) && !(droppable && socket.isBusy())) {
            socket.send(frames.retainedDuplicate());
        }
    }

    private Collection<ConnectedSocket> receivers() {
        return switch (rooms.size()) {
            case 0 -> namespace.members();
            case 1 -> namespace.rooms().members(rooms.getFirst());
            default -> membersOfAny();
        };
    }

    private Collection<ConnectedSocket> membersOfAny() {
        var once = new LinkedHashSet<ConnectedSocket>();
        rooms.forEach(room -> once.addAll(namespace.rooms().members(room)));
        return once;
    }
}
