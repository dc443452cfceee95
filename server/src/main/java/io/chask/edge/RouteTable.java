package io.chask.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the route of a request.
final class RouteTable {
    private final List<Route> added = new ArrayList<>();
    private final List<Route> ordered = new ArrayList<>();

    void add(Route route) {
        added.add(route);
        ordered.add(route);
        // A literal part wins over a named one, and a closed template over an open one.
        ordered.sort(Comparator.comparingInt((Route each) -> each.template().open() ? 1 : 0)
                .thenComparingLong(each -> -each.template().literals()));
    }

    List<Routes.Entry> entries() {
        return added.stream()
                .map(route -> new Routes.Entry(route.method(), route.template().text()))
                .toList();
    }

    /// What the table says of a method and path.
    sealed interface Found {
        /// This route, with the values of its named parts.
        record Match(Route route, Map<String, String> parameters) implements Found {}

        /// The path exists, with other methods.
        record OtherMethods(Set<String> allowed, RoutePolicy policy) implements Found {}

        /// No such path.
        record Nothing() implements Found {}
    }

    Found find(String method, List<String> path) {
        var wanted = method.equals("HEAD") ? "GET" : method;
        var allowed = new LinkedHashSet<String>();
        var policy = RoutePolicy.api();
        for (var route : ordered) {
            var parameters = route.template().match(path);
            if (parameters.isEmpty()) {
                continue;
            }
            if (route.method().equals(wanted)) {
                return new Found.Match(route, parameters.get());
            }
            policy = allowed.isEmpty() ? route.policy() : policy;
            allowed.add(route.method());
        }
        if (allowed.isEmpty()) {
            return new Found.Nothing();
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return new Found.OtherMethods(allowed, policy);
    }
}
