package io.chask.edge;

import io.chask.edge.Response.Body.Stored;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An answer. Unchangeable: the `with…` methods give a copy.
///
/// @param status HTTP status
/// @param headers in order; a name may stand more than once
/// @param body what follows
public record Response(int status, List<Header> headers, Body body) {
    public Response {
        headers = List.copyOf(headers);
    }

    /// A header line.
    public record Header(String name, String value) {}

    /// What an answer carries.
    public sealed interface Body {
        /// Stored bytes of which a part may be asked for.
        sealed interface Stored extends Body {
            /// Changes with the content; quoted, as it stands in `ETag`.
            String entityTag();

            long offset();

            long length();

            /// The same with another part of it.
            Stored part(long offset, long length);
        }

        /// Nothing.
        record Empty() implements Body {}

        /// Somebody else writes the answer already.
        record UnderWay() implements Body {}

        /// These bytes; nobody may change them any more.
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody
        record Bytes(byte[] bytes) implements Body {}

        /// These bytes of a file.
        record FileOf(Path file, String entityTag, long offset, long length) implements Stored {
            @Override
            public Stored part(long from, long count) {
                return new FileOf(file, entityTag, from, count);
            }
        }

        /// These bytes of something that is read while it is sent, no faster than the client takes it.
        record StreamOf(ByteSource source, String entityTag, long offset, long length) implements Stored {
            @Override
            public Stored part(long from, long count) {
                return new StreamOf(source, entityTag, from, count);
            }
        }
    }

    /// No body, such as 204.
    public static Response empty(int status) {
        return new Response(status, List.of(), new Body.Empty());
    }

    /// The value as `application/json`; times in the protocol's form, null members left out.
    public static Response json(int status, Object value) {
        return bytes(status, "application/json", Json.write(value)).with("Cache-Control", "no-store");
    }

    /// Text in UTF-8 of this media type.
    public static Response text(int status, String mediaType, String text) {
        return bytes(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /// These bytes.
    public static Response bytes(int status, String mediaType, byte[] bytes) {
        return new Response(status, List.of(new Header("Content-Type", mediaType)), new Body.Bytes(bytes));
    }

    /// A refusal as `application/problem+json`.
    public static Response problem(Problem problem) {
        return Problems.response(problem);
    }

    /// Sends the client elsewhere for good, keeping the method.
    public static Response redirect(String location) {
        return empty(308).with("Location", location);
    }

    /// A stored file, with ranges, `ETag`, `nosniff` and a sandboxing policy. Anything not `inline` is a download.
    ///
    /// @param name the file's name for people, sent as RFC 6266 says
    /// @param inline whether a page may show it; only for types that cannot run script
    public static Response file(Path file, String name, String mediaType, boolean inline) {
        return Downloads.response(file, name, mediaType, inline);
    }

    /// As [#file], for what is kept elsewhere.
    ///
    /// @param content all of it; only a part is read when only a part is asked for
    public static Response stream(Stored content, String name, String mediaType, boolean inline) {
        return Downloads.response(content, name, mediaType, inline);
    }

    /// With this header, which replaces one of the same name.
    public Response with(String name, String value) {
        var changed = new ArrayList<>(headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList());
        changed.add(new Header(name, value));
        return new Response(status, changed, body);
    }

    /// With this cookie besides others.
    public Response with(Cookie cookie) {
        var changed = new ArrayList<>(headers);
        changed.add(new Header("Set-Cookie", cookie.headerValue()));
        return new Response(status, changed, body);
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }
}
