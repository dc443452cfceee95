package io.chask.bench.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket frame (RFC 6455) on its way through the proxy.
final class PassingFrame {

    private static final int MASKED = 0x80;

    private final byte[] bytes;
    private final Optional<JsonNode> json;

    private PassingFrame(byte[] bytes, Optional<JsonNode> json) {
        this.bytes = bytes;
        this.json = json;
    }

    /// All of it, as it was read.
    byte[] bytes() {
        return bytes;
    }

    /// Of a text frame that is a JSON object.
    Optional<JsonNode> json() {
        return json;
    }

    boolean is(String type) {
        return json.filter(frame -> frame.path("type").asString("").equals(type))
                .isPresent();
    }

    /// Reads one frame whole.
    static PassingFrame read(DataInputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int opcode = copy(in, bytes) & 0xf;
        int second = copy(in, bytes);
        long length = second & 0x7f;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        for (int at = 0; at < more; at++) {
            length = (at == 0 ? 0 : length << 8) | copy(in, bytes);
        }
        byte[] mask = new byte[4];
        for (int at = 0; at < 4 && (second & MASKED) != 0; at++) {
            mask[at] = (byte) copy(in, bytes);
        }
        byte[] payload = in.readNBytes(Math.toIntExact(length));
        if (payload.length < length) {
            throw new EOFException("in the middle of a frame");
        }
        bytes.writeBytes(payload);
        for (int at = 0; at < payload.length; at++) {
            payload[at] ^= mask[at % 4];
        }
        return new PassingFrame(bytes.toByteArray(), opcode == 1 ? parse(payload) : Optional.empty());
    }

    /// Reads the head of a request or an answer, its empty line included.
    static byte[] readHead(DataInputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int next = copy(in, head);
            end = next == "\r\n\r\n".charAt(end) ? end + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    private static int copy(DataInputStream in, ByteArrayOutputStream to) throws IOException {
        int next = in.readUnsignedByte();
        to.write(next);
        return next;
    }

    private static Optional<JsonNode> parse(byte[] payload) {
        try {
            return Optional.of(JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
