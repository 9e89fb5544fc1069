package io.eyestalk.realtime;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import socketio.server.SocketIoServer;

/** Puts the Socket.IO server into the pipeline of the web server: one port for everything. */
@Component
final class RealtimeHost implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    /** Resolved late: the web server is made before most beans are. */
    private final ObjectProvider<SocketIoServer> server;

    RealtimeHost(ObjectProvider<SocketIoServer> server) {
        this.server = server;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::attach);
    }

    private HttpServer attach(HttpServer http) {
        var socketio = server.getObject();
        return http.doOnChannelInit(
                (_, channel, _) ->
                        channel.pipeline()
                                .addAfter(NettyPipeline.HttpCodec, "socketio", socketio.handler()));
    }
}
