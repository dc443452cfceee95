package io.chask.edge;

import java.util.List;

/// The routes a server answers. Filled before the start; afterwards only read.
///
/// A template is a path with named parts: `/v1/conversations/{id}/messages`; a last part `{path*}` takes the rest of
/// the
/// path, slashes included (also none). Literal parts win over named ones. `HEAD` is answered by the `GET` route.
public final class Routes {
    private final RouteTable table = new RouteTable();

    /// A group whose routes share this policy.
    public Group group(RoutePolicy policy) {
        return new Group(table, policy);
    }

    /// Every method and template, in the order they were added.
    public List<Entry> entries() {
        return table.entries();
    }

    RouteTable table() {
        return table;
    }

    /// A route's method and template.
    public record Entry(String method, String template) {}

    /// Adds routes of one policy.
    public static final class Group {
        private final RouteTable table;
        private final RoutePolicy policy;

        private Group(RouteTable table, RoutePolicy policy) {
            this.table = table;
            this.policy = policy;
        }

        /// Answers `GET` and `HEAD`.
        public Group get(String template, Handler handler) {
            return add("GET", template, handler);
        }

        /// Answers `POST`.
        public Group post(String template, Handler handler) {
            return add("POST", template, handler);
        }

        /// Answers `PUT`.
        public Group put(String template, Handler handler) {
            return add("PUT", template, handler);
        }

        /// Answers `PATCH`.
        public Group patch(String template, Handler handler) {
            return add("PATCH", template, handler);
        }

        /// Answers `DELETE`.
        public Group delete(String template, Handler handler) {
            return add("DELETE", template, handler);
        }

        private Group add(String method, String template, Handler handler) {
            table.add(new Route(method, PathTemplate.of(template), policy, handler));
            return this;
        }
    }
}
