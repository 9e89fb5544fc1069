package socketio.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** One request of ours and its answer. Answering is possible once, from any thread. */
final class Exchange {
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String JSON = "application/json";

    private final ChannelHandlerContext context;
    private final HttpRequest request;
    private final Runnable answered;
    private final boolean grantsCrossOrigin;

    /** Set and read on the channel's event loop only. */
    private boolean done;

    /** Who waits for this exchange and must hear when the client goes away; event loop only. */
    private @Nullable Runnable abortListener;

    Exchange(
            ChannelHandlerContext context,
            HttpRequest request,
            boolean grantsCrossOrigin,
            Runnable answered) {
        this.context = context;
        this.request = request;
        this.grantsCrossOrigin = grantsCrossOrigin;
        this.answered = answered;
    }

    HttpRequest request() {
        return request;
    }

    ChannelHandlerContext context() {
        return context;
    }

    void ok(String body) {
        ok(Unpooled.wrappedBuffer(body.getBytes(US_ASCII)));
    }

    void ok(ByteBuf body) {
        answer(HttpResponseStatus.OK, TEXT, body, false);
    }

    void refuse(Refusal refusal) {
        var body = Unpooled.wrappedBuffer(refusal.body().getBytes(US_ASCII));
        answer(refusal.status(), JSON, body, false);
    }

    /** Refuses in the middle of a request body: what follows on this connection cannot be read. */
    void refuseAndClose(Refusal refusal) {
        var body = Unpooled.wrappedBuffer(refusal.body().getBytes(US_ASCII));
        answer(refusal.status(), JSON, body, true);
    }

    void preflight() {
        answer(HttpResponseStatus.NO_CONTENT, TEXT, Unpooled.EMPTY_BUFFER, false);
    }

    /** Calls the listener if the client's connection ends before the answer. */
    void onAbort(Runnable listener) {
        onLoop(
                () -> {
                    abortListener = listener;
                    if (!done && !context.channel().isActive()) {
                        abort();
                    }
                });
    }

    /** The client's connection ended. */
    void abort() {
        var listener = abortListener;
        if (!done && listener != null) {
            done = true;
            listener.run();
        }
    }

    private void answer(HttpResponseStatus status, String type, ByteBuf body, boolean close) {
        onLoop(() -> write(status, type, body, close));
    }

    private void write(HttpResponseStatus status, String type, ByteBuf body, boolean close) {
        if (done) {
            body.release();
            return;
        }
        done = true;
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        var keepAlive = HttpUtil.isKeepAlive(request) && !close;
        var headers = response.headers();
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        if (status.code() != HttpResponseStatus.NO_CONTENT.code()) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, type);
            headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        if (grantsCrossOrigin) {
            grantCrossOrigin(headers);
        }
        HttpUtil.setKeepAlive(response, keepAlive);
        var written = context.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
        answered.run();
    }

    private void grantCrossOrigin(HttpHeaders headers) {
        var origin = request.headers().get(HttpHeaderNames.ORIGIN);
        headers.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        if (origin != null) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET,POST");
            var asked = request.headers().get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
            if (asked != null) {
                headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, asked);
            }
        }
    }

    private void onLoop(Runnable action) {
        var loop = context.channel().eventLoop();
        if (loop.inEventLoop()) {
            action.run();
        } else {
            var _ = Loops.execute(loop, action);
        }
    }
}
