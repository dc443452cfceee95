package io.chask.bench.server;

import io.chask.account.Agents;
import io.chask.account.NewAgent;
import io.chask.account.PasswordHasher;
import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.organization.Organizations;
import io.chask.organization.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Makes the organizations of a measurement beside the running server.
public final class Tenants {

    private static final String ORIGIN = "http://shop.example";

    private Tenants() {}

    /// New organizations, each with one agent.
    public static List<Tenant> create(Storage storage, int count, SecureRandom random) {
        try (var access = storage.access();
                var database = Database.open(access.owner(), DatabaseRole.APPLICATION, 2)) {
            var organizations = new Organizations(database, random);
            var agents = new Agents(database, new PasswordHasher(random), Tenants::nothingToRelease, Clock.systemUTC());
            var tenants = new ArrayList<Tenant>();
            for (int number = 0; number < count; number++) {
                var made = organizations.create(
                        "Bench " + number, List.of(new Origin(ORIGIN)), Actor.SYSTEM, Instant.now());
                var id = made.organization().id();
                var agent = new NewAgent(id, "agent-" + id + "@example.com", "Agent", Role.OWNER, "password of " + id);
                agents.add(agent, Actor.SYSTEM);
                String key = made.keys().getFirst().value();
                tenants.add(new Tenant(id.toString(), key, ORIGIN, agent.email(), agent.password()));
            }
            return tenants;
        }
    }

    /// Reads one tenant a line, as JSON objects with the members of [Tenant].
    public static List<Tenant> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> JsonMapper.shared().readValue(line, Tenant.class))
                .toList();
    }

    /// Nobody is disabled here.
    private static Runnable nothingToRelease(Handle handle, UUID organization, UUID agent, @Nullable UUID by) {
        return () -> {};
    }
}
