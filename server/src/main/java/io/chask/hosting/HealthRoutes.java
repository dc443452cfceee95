package io.chask.hosting;

import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.wire.Reason;
import java.util.function.BooleanSupplier;

/// Whether the process lives, and whether it can serve.
public final class HealthRoutes {

    private final BooleanSupplier databaseAnswers;
    private volatile boolean stopping;

    /// Health of a server.
    ///
    /// @param databaseAnswers asks the database; may block
    public HealthRoutes(BooleanSupplier databaseAnswers) {
        this.databaseAnswers = databaseAnswers;
    }

    record Health(String status) {}

    /// From now on the server is not ready: balancers send new visitors elsewhere.
    public void stopping() {
        stopping = true;
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        routes.group(RoutePolicy.api())
                .get("/health/live", _ -> Response.json(200, new Health("live")))
                .get("/health/ready", this::ready);
    }

    private Response ready(Request request) {
        if (stopping) {
            throw new Refused(Reason.DRAINING);
        }
        if (!databaseAnswers.getAsBoolean()) {
            throw new Refused(Reason.UNAVAILABLE, "The database does not answer.");
        }
        return Response.json(200, new Health("ready"));
    }
}
