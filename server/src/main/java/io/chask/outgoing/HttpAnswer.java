package io.chask.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads an answer that was received to its end.
final class HttpAnswer {

    private static final Pattern OK = Pattern.compile("HTTP/1\\.[01] 200(\\s.*)?");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d{1,9})\\s*$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:.*chunked\\s*$");
    private static final int MOST_DIGITS = 6;

    private HttpAnswer() {}

    /// The body.
    ///
    /// @throws IOException when the status is not 200 or the answer is cut short
    static byte[] body(byte[] answer) throws IOException {
        int end = indexOf(answer, "\r\n\r\n", 0);
        if (end < 0) {
            throw new IOException("the answer is no HTTP");
        }
        var head = new String(answer, 0, end, StandardCharsets.ISO_8859_1);
        var status = head.lines().findFirst().orElse("");
        if (!OK.matcher(status).matches()) {
            throw new IOException(
                    "the answer is not 200 but \"" + status.substring(0, Math.min(status.length(), 60)) + '"');
        }
        byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
        if (CHUNKED.matcher(head.toLowerCase(Locale.ROOT)).find()) {
            return unchunked(body);
        }
        var length = LENGTH.matcher(head);
        if (length.find() && Integer.parseInt(length.group(1)) != body.length) {
            throw new IOException("the answer is cut short");
        }
        return body;
    }

    /// Some servers answer in chunks whatever they were asked (RFC 9112 §7.1).
    private static byte[] unchunked(byte[] chunks) throws IOException {
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = indexOf(chunks, "\r\n", at);
            var digits = end < 0
                    ? ""
                    : new String(chunks, at, end - at, StandardCharsets.ISO_8859_1).split(";", 2)[0].strip();
            if (!digits.matches("[0-9a-fA-F]{1," + MOST_DIGITS + "}")) {
                throw new IOException("the answer's chunks are broken");
            }
            int size = Integer.parseInt(digits, 16);
            if (size == 0) {
                return whole.toByteArray();
            }
            if (end + 2 + size > chunks.length) {
                throw new IOException("the answer is cut short");
            }
            whole.write(chunks, end + 2, size);
            at = end + 2 + size + 2;
        }
    }

    private static int indexOf(byte[] bytes, String wanted, int from) {
        byte[] pattern = wanted.getBytes(StandardCharsets.US_ASCII);
        for (int at = from; at <= bytes.length - pattern.length; at++) {
            if (Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
                return at;
            }
        }
        return -1;
    }
}
