package io.chask;

import io.chask.account.Agents;
import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.database.Database;
import io.chask.organization.ApiKey;
import io.chask.organization.Organizations;
import io.chask.organization.Origin;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The first organization with its first agent, made once: the demo page's, and a place to begin.
final class Demo {

    private static final String NAME = "Demo";
    private static final String EMAIL = "agent@localhost";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final Database database;
    private final Organizations organizations;
    private final Agents agents;
    private final RandomGenerator random;

    /// A demo in this database.
    ///
    /// @param random a cryptographic source, for the password
    Demo(Database database, Organizations organizations, Agents agents, RandomGenerator random) {
        this.database = database;
        this.organizations = organizations;
        this.agents = agents;
        this.random = random;
    }

    /// How to sign in; known only at the moment it is made.
    record SignIn(String email, String password) {

        /// Without the password.
        @Override
        public String toString() {
            return "SignIn[email=" + email + "]";
        }
    }

    /// What the demo page needs to know.
    record PageConfig(UUID organizationId, String apiKey, String baseUrl) {}

    /// Makes organization and agent, if no node has done so before.
    ///
    /// @param baseUrl whose origin may use the demo besides loopback addresses
    Optional<SignIn> create(URI baseUrl, Instant at) {
        if (organization().isPresent()) {
            return Optional.empty();
        }
        var origins = Stream.of("http://localhost:*", "http://127.0.0.1:*", baseUrl.toString())
                .flatMap(text -> Origin.parseAllowed(text).stream())
                .toList();
        var id = organizations
                .create(NAME, origins, Actor.SYSTEM, at)
                .organization()
                .id();
        if (!claim(id)) {
            return Optional.empty();
        }
        var password = password();
        agents.add(new NewAgent(id, EMAIL, "Alex", Role.OWNER, password), Actor.SYSTEM);
        return Optional.of(new SignIn(EMAIL, password));
    }

    /// The demo page's configuration; empty when its key was revoked.
    Optional<PageConfig> page(String baseUrl) {
        return organization()
                .flatMap(organizations::find)
                .flatMap(tenant -> tenant.keys().stream()
                        .filter(key -> key.revokedAt() == null)
                        .map(ApiKey::value)
                        .findFirst()
                        .map(key -> new PageConfig(tenant.organization().id(), key, baseUrl)));
    }

    private Optional<UUID> organization() {
        return database.outsideOrganizations(handle -> handle.createQuery("select organization from demo")
                .mapTo(UUID.class)
                .findOne());
    }

    private boolean claim(UUID organization) {
        return database.outsideOrganizations(
                handle -> handle.createUpdate("insert into demo (organization) values (:id) on conflict do nothing")
                                .bind("id", organization)
                                .execute()
                        == 1);
    }

    private String password() {
        var text = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            text.append(group == 0 ? "" : "-");
            for (int letter = 0; letter < GROUP; letter++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return text.toString();
    }
}
