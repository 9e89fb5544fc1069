package socketio.engine;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.util.List;
import java.util.Map;

/** Turns HTTP channels of a host into WebSocket channels that are ours alone. */
final class TakeOver {
    private static final WriteBufferWaterMark WATER_MARK =
            new WriteBufferWaterMark(32 * 1024, 64 * 1024);

    /** One for all channels. */
    private final WebSocketDecoderConfig config;

    TakeOver(int maxPayload) {
        config =
                WebSocketDecoderConfig.newBuilder()
                        .maxFramePayloadLength(maxPayload)
                        .allowExtensions(false)
                        .expectMaskedFrames(true)
                        .closeOnProtocolViolation(false)
                        .build();
    }

    /**
     * Removes the HTTP codec and every handler after it, the host's included: they would hold
     * memory and never see a message again. What stands before it (TLS, proxy protocol) stays.
     *
     * @param ours the HTTP handler that received the upgrade request
     */
    void toWebSocket(ChannelHandlerContext ours, ChannelHandler last) {
        var channel = ours.channel();
        var pipeline = ours.pipeline();
        channel.config().setWriteBufferWaterMark(WATER_MARK);
        var obsolete = obsolete(pipeline);
        pipeline.addLast(new WebSocket13FrameDecoder(config), last);
        obsolete.reversed().forEach(pipeline::remove);
        // Hosts read on demand; without them nobody would.
        channel.config().setAutoRead(true);
    }

    private static List<ChannelHandler> obsolete(ChannelPipeline pipeline) {
        return pipeline.toMap().entrySet().stream()
                .dropWhile(entry -> !isHttpCodec(entry.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isHttpCodec(ChannelHandler handler) {
        return handler instanceof HttpServerCodec
                || handler instanceof HttpRequestDecoder
                || handler instanceof HttpResponseEncoder;
    }
}
