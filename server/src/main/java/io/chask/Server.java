package io.chask;

import io.chask.account.RefusedSignIns;
import io.chask.account.Sessions;
import io.chask.api.FileClaims;
import io.chask.api.Identities;
import io.chask.api.MessageBodies;
import io.chask.api.Platform;
import io.chask.api.Posting;
import io.chask.api.Tenants;
import io.chask.api.Uploads;
import io.chask.attachment.SignedLinks;
import io.chask.config.Configuration;
import io.chask.contact.Admissions;
import io.chask.contact.Visitors;
import io.chask.database.Database;
import io.chask.database.Secrets;
import io.chask.database.Secrets.Purpose;
import io.chask.database.ServerLock;
import io.chask.desk.Desk;
import io.chask.desk.SnoozeAlarm;
import io.chask.edge.EdgeServer;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.hosting.FileRoute;
import io.chask.hosting.HealthRoutes;
import io.chask.hosting.MetricsRoute;
import io.chask.hosting.SiteRoutes;
import io.chask.inbox.InboxEndpoints;
import io.chask.organization.Organizations;
import io.chask.organization.Revocations;
import io.chask.report.WidgetCounter;
import io.chask.search.Search;
import io.chask.visitor.VisitorEndpoints;
import io.chask.wire.Reason;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything of one node, built by hand, started in this order and stopped in reverse.
final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Configuration configuration;
    private final Deque<AutoCloseable> started;
    private final Figures figures = new Figures();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final Foundation foundation;
    private final HealthRoutes health;
    private final Messaging messaging;
    private final FileParts files;
    private final RefusedSignIns refusedSignIns;
    private final WidgetCounter widgets;
    private final AdminParts admin;
    private final RevocationWatch revocations;
    private final Demo demo;
    private final Routes routes;
    private final EdgeServer edge;
    private final Optional<Demo.SignIn> firstSignIn;

    private Server(Configuration configuration, Duration thumbnail, Deque<AutoCloseable> started) throws IOException {
        this.configuration = configuration;
        this.started = started;
        foundation = open();
        var database = foundation.application();
        var organizations = new Organizations(database, random);
        health = new HealthRoutes(foundation::answers);
        var tenants = new Tenants(organizations, clock);
        var links = links(database);
        messaging = begun(Messaging.start(foundation, configuration, links, tenants, figures));
        var people = People.of(database, messaging::workChanged, configuration.quota(), random, clock);
        demo = new Demo(database, organizations, people.agents(), random);
        files = begun(FileParts.start(foundation, configuration, thumbnail, clock));
        var identity = begun(IdentityParts.open(database, configuration.outgoing(), clock));
        var platform = platform(desk(), links, tenants, identity.identities());
        widgets = begun(new WidgetCounter(database, clock));
        var visitors = visitors(platform, database);
        refusedSignIns = begun(new RefusedSignIns(database, clock));
        var sessions = people.sessions(refusedSignIns);
        var inbox = new InboxEndpoints(platform, database, sessions, people.attempts(), random);
        routes = routes(platform, links);
        addRoutes(visitors, inbox, people, sessions);
        admin = new AdminParts(foundation, organizations, sessions, clock);
        begun(admin.addTo(routes, identity, files, messaging));
        edge = begun(Edges.start(configuration, routes, streams(organizations, visitors, inbox), figures));
        var address = configuration.server().baseUrl(edge.port());
        firstSignIn = configuration.demo() ? demo.create(address, clock.instant()) : Optional.empty();
        revocations = begun(revocations(platform, sessions));
        makeReady();
    }

    private void addRoutes(VisitorEndpoints visitors, InboxEndpoints inbox, People people, Sessions sessions) {
        visitors.addTo(routes);
        inbox.addTo(routes);
        people.endpoints(sessions, configuration.server().publicUrl()).addTo(routes);
    }

    private Foundation open() throws IOException {
        begun(figures);
        begun(ServerLock.claim(configuration.data()));
        return begun(Foundation.open(configuration));
    }

    private Desk desk() {
        var desk = Desk.of(foundation.application(), messaging::workChanged);
        begun(new SnoozeAlarm(desk.snoozes(), foundation.watcher(), clock));
        return desk;
    }

    private VisitorEndpoints visitors(Platform platform, Database database) {
        var admissions = new Admissions(database, Secrets.read(database, Purpose.VISITOR_REQUEST), random, clock);
        var surroundings =
                new VisitorEndpoints.Surroundings(configuration.quota(), widgets, messaging.ratings(database), clock);
        return new VisitorEndpoints(platform, admissions, messaging.identification(database, random), surroundings);
    }

    private Streams streams(Organizations organizations, VisitorEndpoints visitors, InboxEndpoints inbox) {
        var publicUrl = configuration.server().publicUrl();
        return new Streams(organizations, visitors.stream(), inbox.stream(), publicUrl);
    }

    /// Starts everything; returns when it serves. What had begun is stopped again when something fails.
    ///
    /// @param thumbnail what a small picture may take
    static Server start(Configuration configuration, Duration thumbnail) throws IOException {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        boolean serves = false;
        try {
            var server = new Server(configuration, thumbnail, started);
            serves = true;
            return server;
        } finally {
            if (!serves) {
                // An interrupt has done its work; what has begun is stopped in peace.
                Thread.interrupted();
                close(started);
            }
        }
    }

    private <T extends AutoCloseable> T begun(T part) {
        started.push(part);
        return part;
    }

    private Platform platform(Desk desk, SignedLinks links, Tenants tenants, Identities identities) {
        var attachments = files.attachments();
        var claims = new FileClaims(attachments, tenants, messaging.quotes());
        return new Platform(
                tenants,
                new Visitors(foundation.application(), messaging::described),
                identities,
                messaging.list(),
                desk,
                new Search(foundation.application()),
                attachments,
                claims,
                new Uploads(attachments, links),
                new Posting(messaging.conversations(), claims),
                new MessageBodies(messaging.wire(), messaging.conversations()),
                messaging.corrections(),
                messaging.stream());
    }

    private SignedLinks links(Database database) {
        var secret = Secrets.read(database, Purpose.ATTACHMENT_LINK);
        return new SignedLinks(secret, configuration.attachments().linkLifetime(), clock);
    }

    private Routes routes(Platform platform, SignedLinks links) {
        var routes = new Routes();
        health.addTo(routes);
        routes.group(RoutePolicy.api()).get("/metrics", new MetricsRoute(configuration.metricsToken(), figures::text));
        routes.group(RoutePolicy.publicFiles())
                .get("/v1/attachments/{id}", FileRoute.files(platform.attachments(), links))
                .get("/v1/attachments/{id}/thumbnail", FileRoute.thumbnails(platform.attachments(), links));
        SiteRoutes.addTo(routes);
        if (configuration.demo()) {
            SiteRoutes.addDemoTo(routes, this::demoPage);
        }
        return routes;
    }

    private Response demoPage(Request request) {
        return demo.page(request.ownOrigin())
                .map(page -> Response.json(200, page))
                .orElseThrow(() -> new Refused(Reason.NOT_FOUND));
    }

    private void makeReady() {
        measure();
        health.ready();
    }

    private RevocationWatch revocations(Platform platform, Sessions sessions) {
        return new RevocationWatch(
                new Revocations(foundation.watcher()),
                platform.stream().subscriptions(),
                new ExpiryWatch(platform.visitors(), sessions),
                clock);
    }

    private void measure() {
        figures.gauge("chask.streams.open", "Streams that are open now", edge::openStreams);
        figures.gauge("chask.streams.queued.bytes", "Bytes that wait for clients", edge::queuedBytes);
        figures.gauge("chask.drafts.waiting", "Drafts that wait for a batch", messaging.writer()::waiting);
        Thread.ofVirtual().name("figures").start(figures::bindMachine);
    }

    /// Where it listens.
    int port() {
        return edge.port();
    }

    /// What it answers, besides the stream.
    List<Routes.Entry> routes() {
        return routes.entries();
    }

    /// Tells now what this node was not told of; the clock does it every ten seconds.
    void checkPositions() {
        messaging.check().look();
    }

    /// Follows with the search now what was written; the clock does it within a second.
    void searchCatchUp() {
        messaging.followers().indexer().catchUp();
    }

    /// Counts for the reports now what was written; the clock does it within a second.
    void countCatchUp() {
        messaging.followers().counter().catchUp();
        widgets.write();
    }

    /// Returns when the refused sign-ins up to now stand in the audit log.
    void settleRefusedSignIns() {
        refusedSignIns.settle();
    }

    /// Removes what nobody has sent; the clock does it every hour.
    void sweepFiles(Instant now) {
        files.parts().sweeper().sweep(now);
    }

    void retireKeys(Instant now) {
        admin.retireKeys(now);
    }

    /// Closes the streams that are revoked, or whose time is over by then; the clock does it every two seconds.
    void closeStreams(Instant now) {
        revocations.look(now);
    }

    /// How to sign in, if that was made by this very start.
    Optional<Demo.SignIn> firstSignIn() {
        return firstSignIn;
    }

    /// Stops without failing anyone: not ready, a pause for balancers, streams told to come back elsewhere, work
    /// under way finished, the database last.
    @Override
    public void close() {
        health.stopping();
        try {
            Thread.sleep(configuration.server().drainWait());
            edge.drain(
                    configuration.delivery().drainWindow(),
                    configuration.server().stopTimeout());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        close(started);
    }

    private static void close(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                LOG.error("stopping a part of the server", failure);
            }
        }
    }
}
