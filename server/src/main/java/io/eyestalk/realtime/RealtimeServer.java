package io.eyestalk.realtime;

import io.eyestalk.shared.ClientAddressResolver;
import io.eyestalk.shared.Limit;
import io.eyestalk.shared.RateLimits;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import socketio.engine.OriginPolicy;
import socketio.engine.Transport;
import socketio.server.SocketIoServer;

/** Sets up the Socket.IO server from configuration. */
@Configuration(proxyBeanMethods = false)
class RealtimeServer {
    /** Clients are told to slow down by refusals; one that goes on this far beyond is closed. */
    private static final int PATIENCE = 5;

    @Bean(destroyMethod = "") // RealtimeLifecycle closes it, before what its handlers need
    SocketIoServer socketIoServer(
            RealtimeProperties properties,
            ClientAddressResolver addresses,
            RateLimits limits,
            Connections connections) {
        var builder =
                SocketIoServer.builder()
                        .path("/socket.io/")
                        .pingInterval(properties.pingInterval())
                        .pingTimeout(properties.pingTimeout())
                        .maxPayload((int) properties.maxMessage().toBytes())
                        .transports(properties.transports().toArray(Transport[]::new))
                        .origins(origins(properties))
                        .clientAddress((request, peer) -> client(addresses, request, peer))
                        .connectionsPerAddress(properties.connectionsPerAddress());
        limits.rateOf(Limit.SOCKET_EVENT)
                .ifPresentOrElse(
                        rate ->
                                builder.eventRate(
                                        Math.toIntExact(PATIENCE * perSecond(rate)),
                                        Math.toIntExact(PATIENCE * rate.burst())),
                        builder::unlimitedEvents);
        var server = builder.build();
        server.namespace("/").onConnect(connections::open);
        return server;
    }

    private static OriginPolicy origins(RealtimeProperties properties) {
        return properties.allowedOrigins().isEmpty()
                ? OriginPolicy.sameOrigin()
                : OriginPolicy.allowing(properties.allowedOrigins());
    }

    private static InetAddress client(
            ClientAddressResolver addresses, HttpRequest request, InetSocketAddress peer) {
        var origin = addresses.resolve(peer.getAddress(), request.headers()::getAll);
        var literal = origin.address().value();
        var prefix = literal.indexOf('/');
        return InetAddress.ofLiteral(prefix < 0 ? literal : literal.substring(0, prefix));
    }

    private static long perSecond(RateLimits.Rate rate) {
        return Math.ceilDiv(rate.refill() * 1000, rate.per().toMillis());
    }
}
