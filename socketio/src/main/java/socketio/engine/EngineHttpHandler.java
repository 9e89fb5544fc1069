package socketio.engine;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a host's HTTP pipeline and takes the Engine.IO requests out of it. Answers on one
 * connection must keep the order of the requests (RFC 9112 section 9.3.2), so a request that comes
 * while one of the other side is unanswered is held back.
 */
final class EngineHttpHandler extends ChannelDuplexHandler {
    /** More parts of pipelined requests than this are an attack. */
    private static final int MAX_HELD = 64;

    private final EngineServer server;
    private final Queue<Object> held = new ArrayDeque<>(0);
    private int hostOwes;
    private boolean skipsInformational;
    private @Nullable RequestReader ours;
    private @Nullable Exchange unanswered;

    EngineHttpHandler(EngineServer server) {
        this.server = server;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (held.isEmpty() && !mustWait(message)) {
            dispatch(ctx, message);
        } else if (held.size() < MAX_HELD) {
            held.add(message);
        } else {
            ReferenceCountUtil.release(message);
            var _ = ctx.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.fireChannelReadComplete();
        if (!ctx.isRemoved() && (ours != null || unanswered != null)) {
            // A host that reads on demand does not ask for what it never sees.
            ctx.read();
        }
    }

    private boolean mustWait(Object message) {
        return message instanceof HttpRequest request
                && (unanswered != null || (hostOwes > 0 && isOurs(request)));
    }

    private void dispatch(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            if (isOurs(request)) {
                begin(ctx, request);
            } else {
                ours = null;
                hostOwes++;
                ctx.fireChannelRead(message);
                return;
            }
        }
        if (ours == null) {
            ctx.fireChannelRead(message);
        } else {
            readBody(ours, message);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        var exchange =
                new Exchange(
                        ctx,
                        request,
                        server.options().origins().grantsCrossOrigin(),
                        () -> answered(ctx));
        unanswered = exchange;
        ours = RequestReader.begin(server, exchange);
    }

    private void readBody(RequestReader reader, Object message) {
        try {
            if (message instanceof HttpContent content) {
                if (content instanceof LastHttpContent) {
                    ours = null;
                }
                reader.add(content);
            }
        } finally {
            if (message instanceof HttpContent) {
                ReferenceCountUtil.release(message);
            }
        }
    }

    private boolean isOurs(HttpRequest request) {
        var path = server.options().path();
        var uri = request.uri();
        return uri.startsWith(path) || isPathWithoutLastSlash(uri, path);
    }

    private static boolean isPathWithoutLastSlash(String uri, String path) {
        var length = path.length() - 1;
        return uri.regionMatches(0, path, 0, length)
                && (uri.length() == length || uri.charAt(length) == '?');
    }

    private void answered(ChannelHandlerContext ctx) {
        unanswered = null;
        proceed(ctx);
    }

    /** The host's answers pass here; the end of one may let a held request go on. */
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            skipsInformational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        var isEnd = message instanceof LastHttpContent && !skipsInformational;
        var _ = ctx.write(message, promise);
        if (isEnd && hostOwes > 0) {
            hostOwes--;
            // The host has not finished with its answer while it is writing it.
            ctx.executor().execute(() -> proceed(ctx));
        }
    }

    private void proceed(ChannelHandlerContext ctx) {
        if (ctx.isRemoved()) {
            return;
        }
        var wasHeld = !held.isEmpty();
        while (!held.isEmpty() && !ctx.isRemoved() && !mustWait(held.element())) {
            dispatch(ctx, held.remove());
        }
        if (!ctx.isRemoved()) {
            if (wasHeld) {
                ctx.fireChannelReadComplete();
            }
            ctx.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (unanswered != null) {
            unanswered.abort();
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        if (ours != null) {
            ours.breakOff();
        }
    }
}
