package io.chask.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Everything of a request but its body, read off the event loop.
///
/// @param path raw, without the query
/// @param remote who is at the other end of the connection
record RequestHead(String method, String path, Query query, MultiMap headers, InetAddress remote, Proxies proxies) {
    static RequestHead of(HttpServerRequest request, Proxies proxies) {
        var remote = request.connection().remoteAddress();
        return new RequestHead(
                request.method().name(),
                request.path() == null ? "" : request.path(),
                Paths.query(request.query()),
                request.headers(),
                remote.hostAddress() == null
                        ? InetAddress.getLoopbackAddress()
                        : InetAddress.ofLiteral(remote.hostAddress()),
                proxies);
    }

    Optional<String> query(String name) {
        return query.value(name);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    List<String> headerValues(String name) {
        return headers.getAll(name);
    }

    InetAddress remoteAddress() {
        return proxies.client(remote, headerValues("X-Forwarded-For"));
    }

    boolean secure() {
        return proxies.trusts(remote)
                && header("X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent();
    }

    String ownOrigin() {
        var forwarded = proxies.trusts(remote) ? header("X-Forwarded-Host") : Optional.<String>empty();
        return (secure() ? "https://" : "http://")
                + forwarded.or(() -> header("Host")).orElse("");
    }
}
