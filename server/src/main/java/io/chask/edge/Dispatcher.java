package io.chask.edge;

import io.chask.wire.Reason;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;

/// Brings a request to its route's handler and the answer back.
final class Dispatcher {
    private final RouteTable table;
    private final EdgeOptions options;
    private final Proxies proxies;
    private final EdgeObserver observer;

    Dispatcher(RouteTable table, EdgeOptions options, EdgeObserver observer) {
        this.table = table;
        this.options = options;
        this.proxies = new Proxies(options.trustedProxies());
        this.observer = observer;
    }

    /// Answers the paused request; on a virtual thread.
    void dispatch(HttpServerRequest raw, Context context) {
        long begun = System.nanoTime();
        var request = request(raw, context, Map.of());
        var found = Paths.parts(request.path())
                .map(parts -> table.find(request.method(), parts))
                .orElseGet(RouteTable.Found.Nothing::new);
        var template = "unmatched";
        var policy = RoutePolicy.api();
        Response response;
        switch (found) {
            case RouteTable.Found.Match(var route, var parameters) -> {
                template = route.template().text();
                policy = route.policy();
                var routed = request(raw, context, parameters);
                response = CrossOrigins.apply(policy, routed, handle(route.handler(), routed));
            }
            case RouteTable.Found.OtherMethods(var allowed, var common) -> {
                policy = common;
                response = CrossOrigins.otherMethod(policy, request, allowed);
            }
            case RouteTable.Found.Nothing() -> response = Response.problem(Problem.of(Reason.NOT_FOUND));
        }
        var finished = SecurityHeaders.apply(policy, Ranges.apply(request, response));
        new ResponseWriter(raw, context).write(finished);
        observer.answered(request.method(), template, finished.status(), Duration.ofNanos(System.nanoTime() - begun));
    }

    Request request(HttpServerRequest raw, Context context, Map<String, String> parameters) {
        return new Request(
                RequestHead.of(raw, proxies), new RequestBody(raw, context, options.maxJsonBytes()), parameters);
    }

    private static Response handle(Handler handler, Request request) {
        try {
            return handler.handle(request);
        } catch (Exception failure) {
            return Problems.response(failure, request.method(), request.path());
        }
    }
}
