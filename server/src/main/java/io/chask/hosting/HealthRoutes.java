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
    private volatile State state = State.STARTING;

    private enum State {
        STARTING,
        SERVING,
        STOPPING
    }

    /// Health of a server.
    ///
    /// @param databaseAnswers asks the database; may block
    public HealthRoutes(BooleanSupplier databaseAnswers) {
        this.databaseAnswers = databaseAnswers;
    }

    record Health(String status) {}

    /// From now on the server is not ready: balancers send new visitors elsewhere.
    public void stopping() {
        state = State.STOPPING;
    }

    /// From now on the server is ready, as long as its database answers. Said last of its start.
    public void ready() {
        state = State.SERVING;
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        routes.group(RoutePolicy.api())
                .get("/health/live", _ -> Response.json(200, new Health("live")))
                .get("/health/ready", this::ready);
    }

    private Response ready(Request request) {
        switch (state) {
            case STARTING -> throw new Refused(Reason.UNAVAILABLE, "The server is starting.");
            case STOPPING -> throw new Refused(Reason.DRAINING);
            case SERVING -> {
                // Only the database is left to be asked.
            }
        }
        if (!databaseAnswers.getAsBoolean()) {
            throw new Refused(Reason.UNAVAILABLE, "The database does not answer.");
        }
        return Response.json(200, new Health("ready"));
    }
}
