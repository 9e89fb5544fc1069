package socketio.server;

import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.engine.CloseReason;
import socketio.engine.EngineSession;
import socketio.engine.Ids;
import socketio.protocol.Json;
import socketio.protocol.MalformedPacketException;
import socketio.protocol.Packet;
import socketio.protocol.PacketReader;
import socketio.protocol.PacketWriter;

/** The namespaces of one client's connection. Used on the session's event loop. */
final class Connection {
    private static final String UNKNOWN = "Invalid namespace";

    private final SocketIoServer server;
    private final EngineSession session;

    /** Usually one. Ended ones stay until the client connects anew, to tell late from forged. */
    private final List<ConnectedSocket> sockets = new ArrayList<>(1);

    /** Namespaces whose middleware has not answered yet; null while there are none. */
    private @Nullable List<String> knocking;

    private @Nullable Incomplete incomplete;
    private @Nullable Future<?> connectTimeout;

    Connection(SocketIoServer server, EngineSession session) {
        this.server = server;
        this.session = session;
        awaitConnect();
    }

    EngineSession session() {
        return session;
    }

    void text(byte[] bytes, int from) {
        if (incomplete != null) {
            throw new MalformedPacketException("text in place of an attachment");
        }
        var packet = PacketReader.read(bytes, from);
        if (packet.attachments() > server.maxAttachments()) {
            throw new MalformedPacketException("too many attachments");
        }
        if (packet.attachments() > 0) {
            incomplete = new Incomplete(packet);
        } else {
            receive(packet, List.of());
        }
    }

    void binary(byte[] attachment) {
        var awaited = incomplete;
        if (awaited == null) {
            throw new MalformedPacketException("attachment out of turn");
        }
        if (awaited.add(attachment)) {
            incomplete = null;
            receive(awaited.packet(), awaited.attachments());
        }
    }

    private void receive(Packet packet, List<byte[]> attachments) {
        switch (packet.type()) {
            case CONNECT -> connect(packet);
            case DISCONNECT -> leave(connected(packet));
            case EVENT, BINARY_EVENT -> {
                var socket = connected(packet);
                if (socket != null) {
                    requireAttachments(packet, attachments);
                    socket.receive(new ReceivedEvent(socket, packet, attachments));
                }
            }
            case ACK, BINARY_ACK -> {
                var socket = connected(packet);
                if (socket != null) {
                    socket.receiveAck(packet, attachments);
                }
            }
            case CONNECT_ERROR -> throw new MalformedPacketException("from a client");
        }
    }

    /** Every placeholder must have its attachment, whether anybody reads the event or not. */
    private static void requireAttachments(Packet packet, List<byte[]> attachments) {
        if (!attachments.isEmpty()) {
            Json.array(packet, attachments);
        }
    }

    // Coming and going.

    private void connect(Packet packet) {
        var name = packet.namespace();
        var namespace = server.find(name);
        if (namespace == null) {
            session.send(PacketWriter.refused(name, UNKNOWN, null));
            return;
        }
        var existing = find(name);
        if ((existing != null && existing.connected()) || isKnocking(name)) {
            // Official clients ask twice when connect() is called twice; the first answer stands.
            return;
        }
        knock(name);
        var handshake = new Handshake(session.request(), name, Json.auth(packet));
        namespace
                .admit(handshake)
                .whenComplete(
                        (admission, failure) ->
                                session.execute(
                                        () -> settle(namespace, handshake, admission, failure)));
    }

    private void settle(
            LocalNamespace namespace,
            Handshake handshake,
            @Nullable Admission admission,
            @Nullable Throwable failure) {
        if (!session.isOpen() || !isKnocking(namespace.name())) {
            return;
        }
        unknock(namespace.name());
        switch (admission) {
            case Admission.Accepted() -> enter(namespace, handshake);
            case Admission.Refused(var message, var data) ->
                    session.send(PacketWriter.refused(namespace.name(), message, data));
            case null -> {
                server.report(failure);
                session.send(PacketWriter.refused(namespace.name(), "Internal error", null));
            }
        }
    }

    private void enter(LocalNamespace namespace, Handshake handshake) {
        stopAwaitingConnect();
        var socket = new ConnectedSocket(Ids.next(), namespace, this, handshake);
        sockets.removeIf(ended -> ended.namespace() == namespace);
        sockets.add(socket);
        session.send(PacketWriter.connected(namespace.name(), socket.id()));
        namespace.add(socket);
        namespace.announce(socket);
    }

    private void leave(@Nullable ConnectedSocket socket) {
        if (socket != null) {
            end(socket, DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
        }
    }

    /** DISCONNECT was sent to this socket. Any thread. */
    void disconnected(ConnectedSocket socket) {
        session.execute(() -> end(socket, DisconnectReason.SERVER_NAMESPACE_DISCONNECT));
    }

    private void end(ConnectedSocket socket, DisconnectReason reason) {
        socket.end(reason);
        if (session.isOpen() && sockets.stream().noneMatch(ConnectedSocket::connected)) {
            awaitConnect();
        }
    }

    void closed(CloseReason reason) {
        stopAwaitingConnect();
        incomplete = null;
        knocking = null;
        sockets.forEach(socket -> socket.end(DisconnectReason.of(reason)));
    }

    // A connection in no namespace costs and serves nobody.

    private void awaitConnect() {
        stopAwaitingConnect();
        connectTimeout = session.schedule(session::close, server.connectTimeout());
    }

    private void stopAwaitingConnect() {
        if (connectTimeout != null) {
            connectTimeout.cancel(false);
            connectTimeout = null;
        }
    }

    // Looking up.

    /** The socket a packet is for; null if it is late, because the socket has just ended. */
    private @Nullable ConnectedSocket connected(Packet packet) {
        var socket = find(packet.namespace());
        if (socket == null) {
            throw new MalformedPacketException("packet for a namespace never connected");
        }
        return socket.connected() ? socket : null;
    }

    private @Nullable ConnectedSocket find(String namespace) {
        for (var socket : sockets) {
            if (socket.namespace().name().equals(namespace)) {
                return socket;
            }
        }
        return null;
    }

    private boolean isKnocking(String namespace) {
        return knocking != null && knocking.contains(namespace);
    }

    private void knock(String namespace) {
        if (knocking == null) {
            knocking = new ArrayList<>(1);
        }
        knocking.add(namespace);
    }

    private void unknock(String namespace) {
        if (knocking != null) {
            knocking.remove(namespace);
            if (knocking.isEmpty()) {
                knocking = null;
            }
        }
    }

    /** A packet that waits for its attachments. */
    private record Incomplete(Packet packet, List<byte[]> attachments) {
        Incomplete(Packet packet) {
            this(packet, new ArrayList<>());
        }

        boolean add(byte[] attachment) {
            attachments.add(attachment);
            return attachments.size() == packet.attachments();
        }
    }
}
