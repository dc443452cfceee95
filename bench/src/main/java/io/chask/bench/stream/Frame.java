package io.chask.bench.stream;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Reads and writes the frames that the load needs by their bytes, without a JSON parser. It relies on the server
/// writing compact JSON, which golden frames and the stream's own tests hold.
public final class Frame {

    private static final byte[] TYPE = bytes("\"type\":\"");
    private static final byte[] ID = bytes("\"id\":\"");
    private static final byte[] SEQUENCE = bytes("\"sequence\":");

    private Frame() {}

    /// The frame's type.
    public static String type(ByteBuf frame) {
        int start = after(frame, TYPE);
        int end = frame.indexOf(start, frame.writerIndex(), (byte) '"');
        return frame.toString(start, end - start, StandardCharsets.US_ASCII);
    }

    /// The first `id` of the frame: the message's in `sent` and `message`.
    public static UUID id(ByteBuf frame) {
        int start = after(frame, ID);
        return new UUID(
                hex(frame, start, 8) << 32 | hex(frame, start + 9, 4) << 16 | hex(frame, start + 14, 4),
                hex(frame, start + 19, 4) << 48 | hex(frame, start + 24, 12));
    }

    /// The first `sequence` of the frame.
    public static long sequence(ByteBuf frame) {
        int at = after(frame, SEQUENCE);
        long value = 0;
        for (byte digit = frame.getByte(at); digit >= '0' && digit <= '9'; digit = frame.getByte(++at)) {
            value = value * 10 + (digit - '0');
        }
        return value;
    }

    /// Whether the frame contains the text.
    public static boolean contains(ByteBuf frame, String text) {
        return find(frame, bytes(text)) >= 0;
    }

    /// `hello` without a resume.
    public static byte[] hello(String token) {
        return bytes("{\"type\":\"hello\",\"v\":1,\"token\":\"" + token + "\",\"client\":\"bench/1\"}");
    }

    /// `hello` that resumes one conversation.
    public static byte[] hello(String token, String epoch, UUID conversation, long cursor) {
        return bytes("{\"type\":\"hello\",\"v\":1,\"token\":\"" + token
                + "\",\"client\":\"bench/1\",\"resume\":{\"epoch\":\"" + epoch + "\",\"cursors\":{\"" + conversation
                + "\":" + cursor + "}}}");
    }

    /// `send` without attachments; `content` must need no escaping.
    public static byte[] send(UUID id, UUID conversation, String content) {
        return bytes("{\"type\":\"send\",\"id\":\"" + id + "\",\"conversation\":\"" + conversation + "\",\"content\":\""
                + content + "\",\"attachments\":[]}");
    }

    /// `watch`, `ack` and whatever else names a conversation and a number.
    public static byte[] mark(String type, UUID conversation, String member, long value) {
        return bytes("{\"type\":\"" + type + "\",\"conversation\":\"" + conversation + "\",\"" + member + "\":" + value
                + "}");
    }

    /// `ping`.
    public static byte[] ping() {
        return bytes("{\"type\":\"ping\"}");
    }

    private static long hex(ByteBuf frame, int start, int digits) {
        long value = 0;
        for (int at = start; at < start + digits; at++) {
            value = value << 4 | Character.digit(frame.getByte(at), 16);
        }
        return value;
    }

    private static int after(ByteBuf frame, byte[] needle) {
        int at = find(frame, needle);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "not a frame this load understands: " + frame.toString(StandardCharsets.UTF_8));
        }
        return at + needle.length;
    }

    private static int find(ByteBuf frame, byte[] needle) {
        int last = frame.writerIndex() - needle.length;
        for (int at = frame.readerIndex(); at <= last; at++) {
            int matched = 0;
            while (matched < needle.length && frame.getByte(at + matched) == needle[matched]) {
                matched++;
            }
            if (matched == needle.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
