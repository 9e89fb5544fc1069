package socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads one request of ours to its end, within a size and a time, then has it carried out. */
final class RequestReader {
    private final EngineServer server;
    private final Exchange exchange;
    private final Route route;
    private final int maxBody;
    private final Future<?> deadline;

    /** Grows with what has arrived, never with what a header promises. */
    private final ByteBuf body = Unpooled.buffer(0);

    private boolean refused;

    private RequestReader(EngineServer server, Exchange exchange) {
        this.server = server;
        this.exchange = exchange;
        this.route = Route.of(exchange.request(), server.options());
        this.maxBody = route instanceof Route.Post ? server.options().maxPayload() : 0;
        this.deadline =
                exchange.context()
                        .executor()
                        .schedule(
                                this::tooSlow,
                                server.options().requestTimeout().toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    static RequestReader begin(EngineServer server, Exchange exchange) {
        var reader = new RequestReader(server, exchange);
        if (exchange.request().decoderResult().isFailure()) {
            reader.refuse(Refusal.BAD_REQUEST, CloseReason.PARSE_ERROR);
        } else if (HttpUtil.getContentLength(exchange.request(), 0L) > reader.maxBody) {
            reader.tooLarge();
        } else if (!reader.beginPost()) {
            // Two bodies on the way at once have no order.
            reader.refuse(Refusal.BAD_REQUEST, CloseReason.PARSE_ERROR);
        } else if (HttpUtil.is100ContinueExpected(exchange.request())) {
            var _ =
                    exchange.context()
                            .writeAndFlush(
                                    new DefaultFullHttpResponse(
                                            HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        return reader;
    }

    void add(HttpContent content) {
        if (refused) {
            return;
        }
        if (content.decoderResult().isFailure()) {
            refuse(Refusal.BAD_REQUEST, CloseReason.PARSE_ERROR);
        } else if (body.readableBytes() + content.content().readableBytes() > maxBody) {
            tooLarge();
        } else {
            body.writeBytes(content.content());
            if (content instanceof LastHttpContent) {
                deadline.cancel(false);
                new RequestRunner(server, exchange).run(route, ByteBufUtil.getBytes(body));
            }
        }
    }

    /** The client's connection ended in the middle of the request; what it carried is lost. */
    void breakOff() {
        deadline.cancel(false);
        if (!refused) {
            closeSession(CloseReason.TRANSPORT_ERROR);
        }
    }

    private boolean beginPost() {
        var session = receiver();
        return session == null
                || !(session.link() instanceof PollingLink polling)
                || polling.beginPost();
    }

    /** The session that the body is for. */
    private @Nullable EngineSession receiver() {
        return route instanceof Route.Post(var sid) ? server.find(sid) : null;
    }

    private void tooLarge() {
        switch (route) {
            case Route.Post _ -> refuse(Refusal.TOO_LARGE, CloseReason.TOO_LARGE);
            case Route.Refuse(var refusal) -> refuse(refusal, CloseReason.PARSE_ERROR);
            // A body where none belongs is a bad request, however small.
            default -> refuse(Refusal.BAD_REQUEST, CloseReason.PARSE_ERROR);
        }
    }

    private void tooSlow() {
        if (exchange.context().channel().isActive()) {
            refuse(Refusal.TOO_SLOW, CloseReason.TRANSPORT_ERROR);
        }
    }

    private void refuse(Refusal refusal, CloseReason reason) {
        refused = true;
        deadline.cancel(false);
        exchange.refuseAndClose(refusal);
        closeSession(reason);
    }

    private void closeSession(CloseReason reason) {
        var session = receiver();
        if (session != null) {
            session.close(reason);
        }
    }
}
