package socketio.engine;

import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Carries out one complete request. Runs on the event loop of the request's channel. */
final class RequestRunner {
    private final EngineServer server;
    private final Exchange exchange;

    RequestRunner(EngineServer server, Exchange exchange) {
        this.server = server;
        this.exchange = exchange;
    }

    void run(Route route, byte[] body) {
        switch (route) {
            case Route.Refuse(var refusal) -> exchange.refuse(refusal);
            case Route.Preflight() -> exchange.preflight();
            case Route.OpenPolling() -> openPolling();
            case Route.OpenWebSocket() -> openWebSocket();
            case Route.Upgrade(var sid) -> upgrade(server.find(sid));
            case Route.Poll(var sid) -> poll(server.find(sid));
            case Route.Post(var sid) -> post(server.find(sid), body);
        }
    }

    private void openPolling() {
        var request = admitted();
        if (request == null) {
            return;
        }
        var session =
                new EngineSession(
                        server, Ids.next(), request, new PollingLink(), outboxOfChannel());
        server.add(session);
        exchange.ok(opening(session));
    }

    private void openWebSocket() {
        var request = admitted();
        if (request == null) {
            return;
        }
        var link = new WebSocketLink(server.options().maxPayload());
        var session = new EngineSession(server, Ids.next(), request, link, outboxOfChannel());
        link.carry(session);
        becomeWebSocket(link);
        session.send(Frames.text(opening(session)));
        server.add(session);
    }

    private void upgrade(@Nullable EngineSession session) {
        if (session == null) {
            exchange.refuse(Refusal.UNKNOWN_SID);
            return;
        }
        var upgrade = session.upgrade();
        if (upgrade == null) {
            exchange.refuse(Refusal.BAD_REQUEST);
            return;
        }
        var loop = exchange.context().channel().eventLoop();
        var candidate = new UpgradeCandidate(session, upgrade, server.options(), loop);
        if (upgrade.offer(candidate)) {
            becomeWebSocket(candidate);
        } else {
            exchange.refuse(Refusal.BAD_REQUEST);
        }
    }

    private void poll(@Nullable EngineSession session) {
        if (session == null) {
            exchange.refuse(Refusal.UNKNOWN_SID);
        } else {
            session.execute(new PollingRequests(session, exchange)::poll);
        }
    }

    private void post(@Nullable EngineSession session, byte[] body) {
        if (session == null) {
            exchange.refuse(Refusal.UNKNOWN_SID);
        } else {
            var requests = new PollingRequests(session, exchange);
            session.execute(() -> requests.post(body));
        }
    }

    private @Nullable HandshakeRequest admitted() {
        if (server.isShuttingDown()) {
            exchange.refuse(Refusal.SHUTTING_DOWN);
            return null;
        }
        var channel = exchange.context().channel();
        var http = exchange.request();
        var peer = (InetSocketAddress) channel.remoteAddress();
        if (peer == null) {
            return null;
        }
        var request =
                new HandshakeRequest(
                        server.options().clientAddress().resolve(http, peer),
                        http.uri(),
                        http.headers(),
                        System.currentTimeMillis(),
                        channel.pipeline().get(SslHandler.class) != null);
        if (!server.admit(request)) {
            exchange.refuse(Refusal.TOO_MANY_CONNECTIONS);
            return null;
        }
        return request;
    }

    private void becomeWebSocket(WebSocketMessages handler) {
        var context = exchange.context();
        var _ = context.writeAndFlush(WebSocketUpgrade.response(exchange.request().headers()));
        server.takeOver().toWebSocket(context, handler);
    }

    private LoopOutbox outboxOfChannel() {
        return server.outboxOf(exchange.context().channel().eventLoop());
    }

    private String opening(EngineSession session) {
        var options = server.options();
        var canUpgrade =
                session.transport() == Transport.POLLING
                        && options.transports().contains(Transport.WEBSOCKET);
        return "0{\"sid\":\""
                + session.id()
                + "\",\"upgrades\":["
                + (canUpgrade ? "\"websocket\"" : "")
                + "],\"pingInterval\":"
                + options.pingInterval().toMillis()
                + ",\"pingTimeout\":"
                + options.pingTimeout().toMillis()
                + ",\"maxPayload\":"
                + options.maxPayload()
                + "}";
    }
}
