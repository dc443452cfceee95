package io.chask.edge;

import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A request as its handler sees it. The body is read when asked for, once, and only as far as its limit.
public final class Request {
    private final RequestHead head;
    private final RequestBody body;
    private final Map<String, String> pathParameters;
    private volatile boolean originAllowed;

    Request(RequestHead head, RequestBody body, Map<String, String> pathParameters) {
        this.head = head;
        this.body = body;
        this.pathParameters = pathParameters;
    }

    /// The method, in capitals.
    public String method() {
        return head.method();
    }

    /// The path as it was written, without the query.
    public String path() {
        return head.path();
    }

    /// The value of a named part of the template, decoded.
    public String pathParameter(String name) {
        var value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route's template has no part " + name);
        }
        return value;
    }

    /// The UUID of a named part of the template; any other text is refused as `NOT_FOUND`.
    public UUID pathId(String name) {
        var id = Uuids.parse(pathParameter(name));
        if (id == null) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return id;
    }

    /// The first value of a query parameter, decoded.
    ///
    /// @throws Refused `INVALID_FIELD` when it is no text: ill-formed, or with U+0000
    public Optional<String> query(String name) {
        return head.query(name);
    }

    /// The first value of a header.
    public Optional<String> header(String name) {
        return head.header(name);
    }

    /// The value of a cookie.
    public Optional<String> cookie(String name) {
        return Cookies.value(head.header("Cookie").orElse(""), name);
    }

    /// The token of `Authorization: Bearer …`.
    public Optional<String> bearerToken() {
        return head.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip())
                .filter(token -> !token.isEmpty());
    }

    /// The `Origin` a browser sends with cross-origin and state-changing requests.
    public Optional<String> origin() {
        return head.header("Origin");
    }

    /// Scheme, host and port this request was sent to, such as `https://chat.example.com`. From the `Host` header, so
    /// only fit for comparing with [#origin], never for links that are sent to people.
    public String ownOrigin() {
        return head.ownOrigin();
    }

    /// Whether the asking page comes from the same address.
    public boolean fromOwnPage() {
        return origin().filter(ownOrigin()::equals).isPresent();
    }

    /// The client's address; `X-Forwarded-For` counts only from trusted proxies.
    public InetAddress remoteAddress() {
        return head.remoteAddress();
    }

    /// Whether the client came over TLS; `X-Forwarded-Proto` counts only from trusted proxies.
    public boolean secure() {
        return head.secure();
    }

    /// Lets the asking page read the answer (routes of [RoutePolicy.CrossOrigin#DECIDED]): to be called as soon as the
    /// origin is known to be one of the organization's.
    public void allowOrigin() {
        originAllowed = true;
    }

    boolean originAllowed() {
        return originAllowed;
    }

    RequestHead head() {
        return head;
    }

    RequestBody body() {
        return body;
    }

    /// The JSON body as a record. Members that the type does not have are ignored; absent members are null.
    ///
    /// @throws Refused `UNSUPPORTED_MEDIA_TYPE` unless sent as `application/json`, `PAYLOAD_TOO_LARGE`,
    ///     `MALFORMED_JSON`, or `INVALID_FIELD` for a mistyped member
    public <T> T json(Class<T> type) {
        return Json.read(jsonBytes(), type);
    }

    /// The bytes of the JSON body, unread.
    ///
    /// @throws Refused `UNSUPPORTED_MEDIA_TYPE` or `PAYLOAD_TOO_LARGE`
    public byte[] jsonBytes() {
        return body.json();
    }

    /// The same with another limit.
    byte[] jsonBytes(int limit) {
        return body.json(limit);
    }

    /// The part `file` of a `multipart/form-data` body, streamed into a new file of this folder. The caller owns the
    /// file; nothing is left behind when this throws.
    ///
    /// @param limit most bytes of the file
    /// @throws Refused `UNSUPPORTED_MEDIA_TYPE`, `FILE_MISSING`, `FILE_TOO_LARGE`, `INVALID_FIELD`
    public Upload upload(Path folder, long limit) {
        return body.upload(folder, limit);
    }

    /// The raw body as a stream with back-pressure, for bodies that are neither JSON nor a form.
    public InputStream stream() {
        return body.stream();
    }
}
