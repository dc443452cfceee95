package io.chask.edge;

import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import io.chask.wire.Limits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A WebSocket (RFC 6455) on a channel taken over from the HTTP server. The codec before it has checked masks, reserved
/// bits, opcodes and the length of single frames; here fragments are put together.
@SuppressWarnings("FutureReturnValueIgnored") // the void promise brings a failed write to exceptionCaught, which closes
final class WebSocketTransport extends ChannelInboundHandlerAdapter implements Transport {
    private static final int CONNECTION_LOST = 1006;
    private static final int FORCE_SECONDS = 2;

    private final Channel channel;
    private final @Nullable String origin;
    private final boolean ownPage;
    private final InetAddress remote;
    private final StreamConnection connection;
    private @Nullable ByteBuf fragments;
    private int closeCode = CONNECTION_LOST;
    private boolean closing;

    WebSocketTransport(Channel channel, Request request, StreamHub hub) {
        this.channel = channel;
        this.origin = request.origin().orElse(null);
        this.ownPage = request.fromOwnPage();
        this.remote = request.remoteAddress();
        this.connection = new StreamConnection(UUID.randomUUID(), hub, this);
    }

    StreamConnection connection() {
        return connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof WebSocketFrame frame) {
                receive(frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void receive(WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text
            when text.isFinalFragment() && fragments == null ->
                connection.received(ByteBufUtil.getBytes(text.content()));
            case TextWebSocketFrame text when fragments == null -> gather(text);
            case ContinuationWebSocketFrame part when fragments != null -> gather(part);
            case PingWebSocketFrame ping -> {
                connection.heard();
                channel.writeAndFlush(new PongWebSocketFrame(ping.content().retain()), channel.voidPromise());
            }
            case PongWebSocketFrame _ -> connection.heard();
            case CloseWebSocketFrame close -> closedByClient(close);
            default -> connection.close(CloseCode.BAD_FRAME);
        }
    }

    private void gather(WebSocketFrame part) {
        var gathered = fragments == null ? Unpooled.buffer() : fragments;
        fragments = gathered;
        if (gathered.readableBytes() + part.content().readableBytes() > Limits.VERSION_1.frameBytes()) {
            fragments = null;
            connection.close(CloseCode.BAD_FRAME);
            return;
        }
        gathered.writeBytes(part.content());
        if (part.isFinalFragment()) {
            fragments = null;
            connection.received(ByteBufUtil.getBytes(gathered));
        }
    }

    private void closedByClient(CloseWebSocketFrame close) {
        if (closing) {
            channel.close();
            return;
        }
        int code = close.statusCode();
        closeCode = code < 0 ? WebSocketCloseStatus.EMPTY.code() : code;
        channel.writeAndFlush(code < 0 ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, ""))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            corrupted(corrupted);
        } else {
            channel.close();
        }
    }

    /// Too large is a limit of our protocol (4000), everything else a violation of RFC 6455 (1002).
    private void corrupted(CorruptedWebSocketFrameException violation) {
        if (violation.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
            connection.close(CloseCode.BAD_FRAME);
            return;
        }
        closeWith(WebSocketCloseStatus.PROTOCOL_ERROR.code(), "protocol error");
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable()) {
            connection.writableAgain();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fragments = null;
        connection.ended(closeCode);
    }

    @Override
    public void execute(Runnable task) {
        channel.eventLoop().execute(task);
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public void write(EncodedFrame frame) {
        channel.write(new TextWebSocketFrame(Unpooled.wrappedBuffer(frame.bytes())), channel.voidPromise());
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public void close(CloseCode code) {
        closeWith(code.number(), code.text());
    }

    /// Closing the channel at once could destroy the close frame on its way (a TCP reset for what the client still
    /// writes), so the client's own close frame is awaited, but not for long.
    private void closeWith(int code, String text) {
        if (closing || !channel.isActive()) {
            return;
        }
        closing = true;
        closeCode = code;
        channel.config().setAutoRead(true);
        var force = channel.eventLoop().schedule(() -> channel.close(), FORCE_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(_ -> force.cancel(false));
        channel.writeAndFlush(new CloseWebSocketFrame(code, text), channel.voidPromise());
    }

    @Override
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    @Override
    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    @Override
    public boolean ownPage() {
        return ownPage;
    }

    @Override
    public InetAddress remoteAddress() {
        return remote;
    }
}
