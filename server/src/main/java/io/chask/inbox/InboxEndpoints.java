package io.chask.inbox;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.api.Platform;
import io.chask.api.RateLimiter;
import io.chask.attachment.Uploader;
import io.chask.attachment.Uploader.Side;
import io.chask.contact.Blocks;
import io.chask.database.Database;
import io.chask.desk.SavedFilters;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.rating.RatingList;
import io.chask.report.Reports;
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
    private final Blocks visitorBlocks;
    private final Reports reports;
    private final RatingList ratings;
    private final SavedFilters savedFilters;

    /// Endpoints of these sessions.
    ///
    /// @param signIns failed ones, by address and by e-mail
    public InboxEndpoints(
            Platform platform, Database database, Sessions sessions, RateLimiter signIns, SecureRandom random) {
        this.platform = platform;
        this.sessions = sessions;
        this.signIns = signIns;
        this.visitorBlocks = new Blocks(database, platform.stream().clock());
        this.reports = new Reports(database);
        this.ratings = new RatingList(database);
        this.savedFilters = new SavedFilters(database);
        this.access = new AgentAccess(sessions);
        this.tickets = new StreamTickets(database, random, platform.stream().clock());
    }

    record TicketBody(String ticket, Instant expiresAt, UUID agentId) {}

    /// Adds the routes.
    public void addTo(Routes routes) {
        var session = new SessionRoutes(sessions, access, signIns);
        var clock = platform.stream().clock();
        var works = platform.desk().works();
        var bodies = new ConversationBodies(platform.visitors(), platform.messages(), works, clock);
        var conversations = platform.stream().conversations();
        var list = new ConversationRoutes(access, platform.list(), conversations, bodies, clock);
        var replies = new ReplyRoutes(access, conversations, platform.messages(), platform.posting(), UUID::randomUUID);
        var changes = new ChangeRoutes(access, platform.corrections(), platform.messages(), UUID::randomUUID, clock);
        addDeskTo(routes, list, bodies);
        var history = new HistoryRoutes(access, platform.visitors(), platform.list(), bodies);
        var blocks = new BlockRoutes(access, visitorBlocks);
        routes.group(RoutePolicy.api())
                .post("/v1/sessions", session::create)
                .get("/v1/sessions/current", session::current)
                .delete("/v1/sessions/current", session::end)
                .get("/v1/conversations", list::list)
                .get("/v1/conversations/{id}", list::get)
                .patch("/v1/conversations/{id}", list::patch)
                .get("/v1/conversations/{id}/messages", replies::page)
                .post("/v1/conversations/{id}/messages", replies::post)
                .patch("/v1/conversations/{id}/messages/{message}", changes::edit)
                .delete("/v1/conversations/{id}/messages/{message}", changes::delete)
                .post("/v1/conversations/{id}/read", replies::read)
                .get("/v1/visitors/{id}/history", history::get)
                .put("/v1/visitors/{id}/block", blocks::block)
                .delete("/v1/visitors/{id}/block", blocks::unblock)
                .post("/v1/attachments", this::upload)
                .post("/v1/stream/tickets", this::ticket);
    }

    private void addDeskTo(Routes routes, ConversationRoutes list, ConversationBodies bodies) {
        addReportsTo(routes);
        addFiltersTo(routes);
        var clock = platform.stream().clock();
        var desk = platform.desk();
        var around = new DeskRoutes(access, desk, platform.stream().presence(), clock);
        var events = new EventRoutes(access, platform.stream().conversations(), desk.log());
        var presence = new PresenceRoute(access, platform.stream().presence());
        var work = new WorkRoutes(access, desk, list, clock);
        var notes = new NoteRoutes(access, desk.notes(), UUID::randomUUID);
        var search = new SearchRoutes(access, platform.search(), platform.list(), bodies);
        routes.group(RoutePolicy.api())
                .get("/v1/inbox/counts", around::counts)
                .get("/v1/colleagues", around::colleagues)
                .get("/v1/tags", around::tags)
                .get("/v1/search", search::search)
                .put("/v1/conversations/{id}/assignee", work::assign)
                .put("/v1/account/presence", presence::choose)
                .put("/v1/conversations/{id}/team", work::move)
                .get("/v1/conversations/{id}/events", events::list)
                .put("/v1/conversations/{id}/snooze", work::snooze)
                .delete("/v1/conversations/{id}/snooze", work::wake)
                .patch("/v1/conversations/{id}/tags", work::tags)
                .get("/v1/conversations/{id}/notes", notes::list)
                .post("/v1/conversations/{id}/notes", notes::write)
                .post("/v1/conversations/{id}/mentions/seen", notes::seen);
    }

    private void addFiltersTo(Routes routes) {
        var filters = new FilterRoutes(access, savedFilters, UUID::randomUUID);
        routes.group(RoutePolicy.api())
                .get("/v1/account/filters", filters::list)
                .post("/v1/account/filters", filters::add)
                .put("/v1/account/filters/{id}", filters::change)
                .delete("/v1/account/filters/{id}", filters::delete);
    }

    private void addReportsTo(Routes routes) {
        var pages = new ReportRoutes(
                access, reports, ratings, platform.tenants(), platform.stream().clock());
        routes.group(RoutePolicy.api())
                .get("/v1/reports/conversations", pages::conversations)
                .get("/v1/reports/messages", pages::messages)
                .get("/v1/reports/funnel", pages::funnel)
                .get("/v1/reports/satisfaction", pages::satisfaction)
                .get("/v1/reports/ratings", pages::ratings);
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
        var agent = session.agent();
        var ticket = tickets.issue(agent.organization(), agent.id(), session.id());
        return Response.json(201, new TicketBody(ticket.text(), ticket.expiresAt(), agent.id()));
    }
}
