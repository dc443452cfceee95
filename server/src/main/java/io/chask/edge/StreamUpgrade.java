package io.chask.edge;

import io.chask.wire.Limits;
import io.chask.wire.Reason;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Answers the upgrade of `/v1/stream` (RFC 6455 §4.2): decides on a virtual thread, then takes the channel from
/// Vert.x,
/// whose own sockets cost twice the memory.
final class StreamUpgrade {
    static final String PATH = "/v1/stream";
    private static final String SUBPROTOCOL = "chask.v1";
    private static final WebSocketDecoderConfig DECODER = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(Limits.VERSION_1.frameBytes())
            .expectMaskedFrames(true)
            .allowMaskMismatch(false)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            // The codec of frames checks it, whole messages at once.
            .withUTF8Validator(false)
            .build();

    private final StreamHub hub;
    private final Dispatcher dispatcher;

    StreamUpgrade(StreamHub hub, Dispatcher dispatcher) {
        this.hub = hub;
        this.dispatcher = dispatcher;
    }

    static boolean wanted(HttpServerRequest request) {
        return PATH.equals(request.path()) && request.method().name().equals("GET");
    }

    /// Upgrades or refuses; on a virtual thread.
    void answer(HttpServerRequest raw, Context context) {
        var request = dispatcher.request(raw, context, Map.of());
        var refusal = refusal(request);
        if (refusal.isEmpty()) {
            context.runOnContext(_ -> takeOver(raw, request));
            return;
        }
        var response = CrossOrigins.apply(RoutePolicy.crossOriginApi(), request, refusal.get());
        new ResponseWriter(raw, context).write(SecurityHeaders.apply(RoutePolicy.crossOriginApi(), response));
    }

    private Optional<Response> refusal(Request request) {
        try {
            return malformed(request)
                    .or(() -> hub.draining()
                            ? Optional.of(draining())
                            : hub.endpoint().refuse(request))
                    .map(Response::problem);
        } catch (RuntimeException failure) {
            return Optional.of(Problems.response(failure, request.method(), request.path()));
        }
    }

    private static Problem draining() {
        return Problem.of(Reason.DRAINING).after(Duration.ofSeconds(1));
    }

    private static Optional<Problem> malformed(Request request) {
        if (!lists(request, "Connection", "upgrade") || !lists(request, "Upgrade", "websocket")) {
            return Optional.of(Problem.field("Upgrade", "must be websocket"));
        }
        if (!request.header("Sec-WebSocket-Version").equals(Optional.of("13"))) {
            return Optional.of(Problem.field("Sec-WebSocket-Version", "must be 13"));
        }
        if (request.header("Sec-WebSocket-Key")
                .filter(key -> key.length() == 24)
                .isEmpty()) {
            return Optional.of(Problem.field("Sec-WebSocket-Key", "must be 16 bytes in base64"));
        }
        if (!lists(request, "Sec-WebSocket-Protocol", SUBPROTOCOL)) {
            return Optional.of(Problem.field("Sec-WebSocket-Protocol", "must offer " + SUBPROTOCOL));
        }
        return Optional.empty();
    }

    private static boolean lists(Request request, String header, String value) {
        return request.head().headerValues(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(item -> item.strip().equalsIgnoreCase(value));
    }

    private void takeOver(HttpServerRequest raw, Request request) {
        // The one call into Vert.x' own classes: no public way gives the channel. The version is pinned, and
        // StreamHandshakeTest fails if this ever changes.
        var channel =
                ((ConnectionBase) raw.connection()).channelHandlerContext().channel();
        if (!channel.isActive()) {
            return;
        }
        var pipeline = channel.pipeline();
        var transport = new WebSocketTransport(channel, request, hub);
        pipeline.remove("handler");
        if (pipeline.get("idle") != null) {
            pipeline.remove("idle");
        }
        pipeline.addLast("stream", transport);
        channel.config().setAutoRead(true);
        hub.add(transport.connection());
        var handshake = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, PATH);
        raw.headers().forEach(entry -> handshake.headers().add(entry.getKey(), entry.getValue()));
        new WebSocketServerHandshaker13("", SUBPROTOCOL, DECODER)
                .handshake(channel, handshake)
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
}
