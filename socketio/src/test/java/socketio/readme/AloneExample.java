package socketio.readme;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import socketio.server.SocketIoServer;
import socketio.server.StandaloneServer;

final class AloneExample {
    private AloneExample() {}

    static StandaloneServer start(int port) {
        var server = SocketIoServer.builder().build();
        server.namespace("/")
                .onConnect(socket -> socket.emit("welcome", socket.id()))
                .on(
                        "join",
                        (socket, event) -> {
                            socket.join("lobby");
                            event.ack("joined");
                        })
                .on("say", (socket, event) -> socket.to("lobby").relay(event));
        return server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
}
