package io.chask.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Answers that carry stored files.
final class Downloads {
    private static final String SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Downloads() {}

    static Response response(Path file, String name, String mediaType, boolean inline) {
        return response(new Response.Body.FileOf(file, entityTag(file), 0, size(file)), name, mediaType, inline);
    }

    static Response response(Response.Body.Stored content, String name, String mediaType, boolean inline) {
        return new Response(
                200,
                List.of(
                        new Response.Header("Content-Type", mediaType),
                        new Response.Header("Content-Disposition", disposition(name, inline)),
                        new Response.Header("Content-Security-Policy", SANDBOX),
                        new Response.Header("Cache-Control", "private, max-age=300"),
                        new Response.Header("Accept-Ranges", "bytes")),
                content);
    }

    private static String entityTag(Path file) {
        try {
            var modified = Files.getLastModifiedTime(file).toMillis();
            return "\"" + Long.toHexString(modified) + "-" + Long.toHexString(size(file)) + "\"";
        } catch (IOException failure) {
            throw new UncheckedIOException("reading the time of a stored file", failure);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading the size of a stored file", failure);
        }
    }

    /// RFC 6266: an ASCII stand-in, and the exact name encoded as RFC 8187 says.
    static String disposition(String name, boolean inline) {
        var plain = new StringBuilder();
        name.codePoints().limit(150).forEach(point -> {
            boolean safe = point > 31 && point < 127 && point != '"' && point != '\\' && point != '%' && point != '/';
            plain.append(safe ? (char) point : '_');
        });
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (unit & 0xff);
            if (plain < 128 && (Character.isLetterOrDigit(plain) || PLAIN.indexOf(plain) >= 0)) {
                text.append(plain);
            } else {
                text.append('%').append("%02X".formatted(unit & 0xff));
            }
        }
        return text.toString();
    }
}
