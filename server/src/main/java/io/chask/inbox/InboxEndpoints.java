package io.chask.inbox;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.api.Platform;
import io.chask.api.RateLimiter;
import io.chask.attachment.Uploader;
import io.chask.attachment.Uploader.Side;
import io.chask.database.Database;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.wire.Reason;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// The door to this package: the agents' routes, and their side of the stream.
public final class InboxEndpoints {

    private final Platform platform;
    private final Sessions sessions;
    private final AgentAccess access;
    private final StreamTickets tickets;
    private final RateLimiter signIns;

    /// Endpoints of these sessions.
    ///
    /// @param signIns failed ones, by address and by e-mail
    public InboxEndpoints(
            Platform platform, Database database, Sessions sessions, RateLimiter signIns, SecureRandom random) {
        this.platform = platform;
        this.sessions = sessions;
        this.signIns = signIns;
        this.access = new AgentAccess(sessions);
        this.tickets = new StreamTickets(database, random, platform.stream().clock());
    }

    record TicketBody(String ticket, Instant expiresAt) {}

    /// Adds the routes.
    public void addTo(Routes routes) {
        var session = new SessionRoutes(sessions, access, signIns);
        var bodies = new ConversationBodies(platform.visitors(), platform.messages());
        var conversations = platform.stream().conversations();
        var list = new ConversationRoutes(access, platform.list(), conversations, bodies);
        var replies = new ReplyRoutes(access, conversations, platform.messages(), platform.posting(), UUID::randomUUID);
        routes.group(RoutePolicy.api())
                .post("/v1/sessions", session::create)
                .get("/v1/sessions/current", session::current)
                .delete("/v1/sessions/current", session::end)
                .get("/v1/conversations", list::list)
                .get("/v1/conversations/{id}", list::get)
                .patch("/v1/conversations/{id}", list::patch)
                .get("/v1/conversations/{id}/messages", replies::page)
                .post("/v1/conversations/{id}/messages", replies::post)
                .post("/v1/conversations/{id}/read", replies::read)
                .post("/v1/attachments", this::upload)
                .post("/v1/stream/tickets", this::ticket);
    }

    /// The agents' side of the stream.
    public AgentStream stream() {
        return new AgentStream(tickets, platform.stream(), platform.files());
    }

    private Response upload(Request request) throws IOException {
        var agent = access.writer(request).session().agent();
        var policy = platform.tenants()
                .find(agent.organization())
                .orElseThrow(() -> new Refused(Reason.TOKEN_INVALID))
                .settings()
                .attachments();
        return platform.uploads().receive(request, agent.organization(), new Uploader(Side.AGENT, agent.id()), policy);
    }

    private Response ticket(Request request) {
        var session = access.writer(request).session();
        var ticket =
                tickets.issue(session.agent().organization(), session.agent().id(), session.id());
        return Response.json(201, new TicketBody(ticket.text(), ticket.expiresAt()));
    }
}
