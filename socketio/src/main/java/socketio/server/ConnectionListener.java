package socketio.server;

import socketio.engine.CloseReason;
import socketio.engine.EngineListener;
import socketio.engine.EngineSession;
import socketio.protocol.MalformedPacketException;

/** Where Engine.IO sessions become Socket.IO connections. */
final class ConnectionListener implements EngineListener {
    private final SocketIoServer server;

    ConnectionListener(SocketIoServer server) {
        this.server = server;
    }

    @Override
    public void opened(EngineSession session) {
        session.attach(new Connection(server, session));
    }

    @Override
    public void text(EngineSession session, byte[] bytes, int from) {
        try {
            connection(session).text(bytes, from);
        } catch (MalformedPacketException _) {
            session.close(CloseReason.PARSE_ERROR);
        }
    }

    @Override
    public void binary(EngineSession session, byte[] bytes) {
        try {
            connection(session).binary(bytes);
        } catch (MalformedPacketException _) {
            session.close(CloseReason.PARSE_ERROR);
        }
    }

    @Override
    public void closed(EngineSession session, CloseReason reason) {
        connection(session).closed(reason);
    }

    private static Connection connection(EngineSession session) {
        if (session.attachment() instanceof Connection connection) {
            return connection;
        }
        throw new IllegalStateException("a session that was never opened");
    }
}
