package socketio.readme;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import reactor.netty.NettyPipeline;
import socketio.server.SocketIoServer;

@SpringBootApplication(proxyBeanMethods = false)
class WebFluxExample {
    @Bean
    SocketIoServer socketIoServer() {
        var server = SocketIoServer.builder().build();
        server.namespace("/").on("hello", (socket, event) -> event.ack("hello, " + socket.id()));
        return server;
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> socketIo(SocketIoServer server) {
        return factory ->
                factory.addServerCustomizers(
                        http ->
                                http.doOnChannelInit(
                                        (_, channel, _) ->
                                                channel.pipeline()
                                                        .addAfter(
                                                                NettyPipeline.HttpCodec,
                                                                "socketio",
                                                                server.handler())));
    }
}
