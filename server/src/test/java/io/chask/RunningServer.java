package io.chask;

import io.chask.account.Agents;
import io.chask.account.NewAgent;
import io.chask.account.QuickPasswords;
import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.config.ConfigReader;
import io.chask.database.TestDatabase;
import io.chask.edge.Routes;
import io.chask.organization.Organizations;
import io.chask.organization.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One real server on a real database and a real port, shared by the tests of one JVM; each test makes organizations of
/// its own.
final class RunningServer implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final String METRICS_TOKEN = "figures-for-the-test";
    static final String ORIGIN = "https://shop.example";

    // A picture is made in half a second, unless the machine does something else.
    private static final Duration THUMBNAIL = Duration.ofMinutes(1);

    private static final RunningServer SHARED = start();

    private final TestDatabase database;
    private final Server server;
    private final Path data;
    private final boolean first;

    private RunningServer(TestDatabase database, boolean first, Path data, Map<String, String> more)
            throws IOException {
        this.first = first;
        this.database = database;
        this.data = data;
        var owner = database.owner();
        var url = owner.url()
                .replace("jdbc:postgresql://", "postgresql://" + owner.user() + ":" + owner.password() + "@");
        Map<String, String> flags = new HashMap<>(Map.of(
                "--port", "0",
                "--host", "127.0.0.1",
                "--data", data.toString(),
                "--database-url", url,
                "--quota-sessions-per-minute", "0",
                "--quota-uploads-per-minute", "0",
                "--attachments-max-size", "1MiB",
                "--log-level", "error",
                "--metrics-token", METRICS_TOKEN,
                "--quota-sign-ins", "100000"));
        // All tests come from one address.
        flags.putAll(Map.of(
                "--quota-per-second", "0",
                "--quota-address-per-second", "0",
                "--quota-organization-per-second", "0",
                "--quota-key-sessions-per-minute", "0",
                "--quota-organization-uploads-per-minute", "0",
                "--quota-settings-per-minute", "0",
                "--quota-streams-per-minute", "0"));
        flags.putAll(more);
        this.server = Server.start(new ConfigReader(Map.of()).read(flags, null), THUMBNAIL);
    }

    private static RunningServer start() {
        var running = start(Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
        return running;
    }

    /// A server of its own for a test that needs other settings. Close it.
    static RunningServer start(Map<String, String> flags) {
        try {
            return new RunningServer(TestDatabase.create(), true, Files.createTempDirectory("chask-server-"), flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another node on the same database, with a bus of its own. Close it; the database stays.
    RunningServer another() {
        return another(Map.of());
    }

    RunningServer another(Map<String, String> flags) {
        try {
            return new RunningServer(database, false, Files.createTempDirectory("chask-server-"), flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops the server, and drops the database it was the first node of. A second time does nothing.
    @Override
    public void close() {
        if (!Files.exists(data)) {
            return;
        }
        stop();
        if (first) {
            database.close();
        }
    }

    /// As the clock does every ten seconds.
    void checkPositions() {
        server.checkPositions();
    }

    /// Returns when the refused sign-ins up to now stand in the audit log.
    void settleRefusedSignIns() {
        server.settleRefusedSignIns();
    }

    /// What was written is found from here on.
    void searchCatchUp() {
        server.searchCatchUp();
    }

    void countCatchUp() {
        server.countCatchUp();
    }

    /// Revokes the keys whose time has come by then; the clock does it every few seconds.
    void retireKeys(Instant now) {
        server.retireKeys(now);
    }

    /// Closes the streams that are revoked, or whose time is over by then; the clock does it every two seconds.
    void closeStreams(Instant now) {
        server.closeStreams(now);
    }

    /// As the clock does every hour.
    void sweepFiles(Instant now) {
        server.sweepFiles(now);
    }

    private void stop() {
        server.close();
        TestDatabase.remove(data);
    }

    static RunningServer shared() {
        return SHARED;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// The console's origin.
    String ownOrigin() {
        return base().toString();
    }

    List<Routes.Entry> routes() {
        return server.routes();
    }

    Optional<Demo.SignIn> firstSignIn() {
        return server.firstSignIn();
    }

    TestDatabase database() {
        return database;
    }

    /// Where files are kept.
    Path files() {
        return data.resolve("attachments");
    }

    Organizations organizations() {
        return new Organizations(database.application(), new SecureRandom());
    }

    Agents agents() {
        return new Agents(database.application(), QuickPasswords.hasher(), (_, _, _, _) -> () -> {}, Clock.systemUTC());
    }

    /// A new organization that allows [#ORIGIN], with one agent.
    Shop shop() {
        var tenant = organizations()
                .create("Shop", List.of(Origin.parse(ORIGIN).orElseThrow()), Actor.SYSTEM, Instant.now());
        var id = tenant.organization().id();
        var email = "agent-" + UUID.randomUUID() + "@shop.example";
        var agent = agents().add(new NewAgent(id, email, "Ada", Role.OWNER, PASSWORD), Actor.SYSTEM);
        return new Shop(this, id, tenant.keys().getFirst(), agent.id(), email);
    }
}
