package io.chask.bench.stream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One WebSocket of a load client (RFC 6455), reduced to what PROTOCOL.md needs, so that the generator costs little
/// beside the server it measures: text frames only, masked with the key 0 (allowed; the mask protects proxies, and
/// there is none), server frames unfragmented. Used on its event loop only.
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends the channel, which is heard as closed
public final class StreamSocket extends ByteToMessageDecoder {

    /// What its owner wants to hear. All methods are called on the event loop.
    public interface Listener {

        /// The upgrade is done; `hello` may be written.
        void opened(StreamSocket socket);

        /// A text frame; the buffer is valid during the call.
        void text(StreamSocket socket, ByteBuf payload);

        /// The end, with the close code, or 1006 when there was none.
        void closed(StreamSocket socket, int code);
    }

    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;

    private final String request;
    private final Listener listener;
    private boolean upgraded;
    private int closeCode = 1006;
    private @Nullable ChannelHandlerContext context;

    /// @param host   `host:port` for the request
    /// @param origin the page's origin
    public StreamSocket(String host, String origin, Listener listener) {
        this.request = """
                GET /v1/stream HTTP/1.1\r
                Host: %s\r
                Origin: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Protocol: chask.v1\r
                User-Agent: chask-bench\r
                \r
                """.formatted(host, origin);
        this.listener = listener;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(request.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        super.channelInactive(ctx);
        listener.closed(this, closeCode);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    /// Writes a text frame and flushes it.
    public void send(byte[] payload) {
        var ctx = context;
        if (ctx != null) {
            ctx.writeAndFlush(frame(ctx.alloc().buffer(payload.length + 14), payload), ctx.voidPromise());
        }
    }

    /// Cuts the connection as a lost network does: no close frame.
    public void cut() {
        var ctx = context;
        if (ctx != null) {
            ctx.close();
        }
    }

    private static ByteBuf frame(ByteBuf out, byte[] payload) {
        out.writeByte(0x80 | TEXT);
        if (payload.length < 126) {
            out.writeByte(0x80 | payload.length);
        } else {
            out.writeByte(0x80 | 126).writeShort(payload.length);
        }
        return out.writeInt(0).writeBytes(payload);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!upgraded && !readUpgrade(ctx, in)) {
            return;
        }
        while (readFrame(ctx, in)) {
            if (ctx.isRemoved()) {
                return;
            }
        }
    }

    private boolean readUpgrade(ChannelHandlerContext ctx, ByteBuf in) {
        int end = in.toString(StandardCharsets.US_ASCII).indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String answer = in.readCharSequence(end + 4, StandardCharsets.US_ASCII).toString();
        if (!answer.startsWith("HTTP/1.1 101")) {
            ctx.close();
            return false;
        }
        upgraded = true;
        listener.opened(this);
        return true;
    }

    private boolean readFrame(ChannelHandlerContext ctx, ByteBuf in) {
        int length = payloadLength(in);
        if (length < 0) {
            return false;
        }
        int opcode = in.getByte(in.readerIndex()) & 0xf;
        in.skipBytes(headerLength(in));
        ByteBuf payload = in.readSlice(length);
        switch (opcode) {
            case TEXT -> listener.text(this, payload);
            case CLOSE -> {
                closeCode = length >= 2 ? payload.readUnsignedShort() : 1005;
                ctx.close();
            }
            case PING ->
                ctx.writeAndFlush(
                        ctx.alloc().buffer().writeByte(0x8a).writeByte(0x80).writeInt(0));
            default -> {}
        }
        return true;
    }

    private static int headerLength(ByteBuf in) {
        return switch (in.getByte(in.readerIndex() + 1) & 0x7f) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    /// The payload's length, or -1 while the frame is not complete.
    private static int payloadLength(ByteBuf in) {
        if (in.readableBytes() < 2 || in.readableBytes() < headerLength(in)) {
            return -1;
        }
        int start = in.readerIndex();
        int length = switch (headerLength(in)) {
            case 4 -> in.getUnsignedShort(start + 2);
            case 10 -> Math.toIntExact(in.getLong(start + 2));
            default -> in.getByte(start + 1) & 0x7f;
        };
        return in.readableBytes() < headerLength(in) + length ? -1 : length;
    }
}
