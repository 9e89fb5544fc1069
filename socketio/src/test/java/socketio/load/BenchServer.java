package socketio.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import socketio.server.SocketIoServer;

/** {@code BenchServer PORT}: relays {@code msg} to the others in the sender's room. */
public final class BenchServer {
    private BenchServer() {}

    /** Serves until the process ends. */
    public static void main(String[] args) throws InterruptedException {
        var server = SocketIoServer.builder().connectionsPerAddress(0).unlimitedEvents().build();
        server.namespace("/")
                .on(
                        "join",
                        (socket, event) -> {
                            var room = event.args().getFirst().asString();
                            socket.join(room);
                            socket.attach(room);
                            socket.emit("joined");
                        })
                .on(
                        "msg",
                        (socket, event) -> {
                            if (socket.attachment() instanceof String room) {
                                socket.to(room).relay(event);
                            }
                        });
        var port = Integer.parseInt(args[0]);
        server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        System.out.println("listening");
        Thread.currentThread().join();
    }
}
