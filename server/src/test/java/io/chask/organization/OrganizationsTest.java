package io.chask.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import io.chask.organization.Revocation.Kind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OrganizationsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final Organizations organizations = new Organizations(database.application(), new SecureRandom());
    private Tenant tenant = created("Made before");

    @BeforeAll
    void makeTenant() {
        tenant = created("Panadería");
    }

    @AfterAll
    void close() {
        database.close();
    }

    private Tenant created(String name) {
        return organizations.create(
                name, List.of(Origin.parse("https://shop.example").orElseThrow()), Actor.SYSTEM, NOW);
    }

    @Test
    void aNewOrganizationHasOneValidKeyItsOriginsAndDefaultSettings() {
        Tenant found = organizations.find(tenant.organization().id()).orElseThrow();

        assertThat(found).isEqualTo(tenant);
        assertThat(found.organization().name()).isEqualTo("Panadería");
        assertThat(found.check(found.keys().getFirst().value())).isEqualTo(KeyStatus.VALID);
        assertThat(found.allows("https://shop.example")).isTrue();
        assertThat(found.settings()).isEqualTo(WidgetSettings.DEFAULT);
    }

    @Test
    void anUnknownOrganizationIsNotFound() {
        assertThat(organizations.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aKeyOfAnotherOrganizationIsUnknown() {
        Tenant other = created("Other");

        assertThat(tenant.check(other.keys().getFirst().value())).isEqualTo(KeyStatus.UNKNOWN);
        assertThat(tenant.check("")).isEqualTo(KeyStatus.UNKNOWN);
    }

    @Test
    void bothKeysAreValidWhileRotatingAndTheRevokedOneIsNotAfterwards() {
        Tenant rotated = created("Rotating");
        UUID id = rotated.organization().id();
        ApiKey old = rotated.keys().getFirst();
        ApiKey next = organizations.keys().add(id, Actor.COMMAND_LINE, NOW).orElseThrow();

        assertThat(organizations.find(id).orElseThrow().check(old.value())).isEqualTo(KeyStatus.VALID);
        assertThat(organizations.keys().revoke(id, old.id(), Actor.COMMAND_LINE, NOW))
                .isTrue();
        assertThat(organizations.keys().revoke(id, old.id(), Actor.COMMAND_LINE, NOW))
                .isFalse();

        Tenant after = organizations.find(id).orElseThrow();
        assertThat(after.check(old.value())).isEqualTo(KeyStatus.REVOKED);
        assertThat(after.check(next.value())).isEqualTo(KeyStatus.VALID);
    }

    @Test
    void aRevokedKeyIsToldToEveryNode() {
        Tenant revoked = created("Revoking");
        organizations
                .keys()
                .revoke(revoked.organization().id(), revoked.keys().getFirst().id(), Actor.SYSTEM, NOW);

        try (Database watcher = Database.open(database.owner(), DatabaseRole.WATCHER, 1)) {
            assertThat(new Revocations(watcher).recent(Duration.ofMinutes(1))).anySatisfy(revocation -> {
                assertThat(revocation.kind()).isEqualTo(Kind.KEY);
                assertThat(revocation.organization())
                        .isEqualTo(revoked.organization().id());
                assertThat(revocation.subject())
                        .isEqualTo(revoked.keys().getFirst().id());
            });
        }
    }

    @Test
    void settingsComeBackAsTheyWereSaved() {
        Tenant changed = created("Changing");
        WidgetSettings settings = new WidgetSettings(
                List.of("pt-BR", "es"),
                "dark",
                "#00aa7f",
                "left",
                Map.of(
                        "pt-BR",
                        new WidgetTexts(
                                "Olá", null, null, "Como podemos ajudar?", null, null, "Ajuda", List.of("Entregam?"))),
                "https://cdn.example/a.png",
                false,
                false,
                false,
                false,
                new AttachmentPolicy(true, 1_000, 2, List.of("image/*"), 5_000),
                new WidgetLook(8, 90, 4, "pill", "hide"));
        organizations.saveSettings(changed.organization().id(), settings);

        assertThat(organizations.find(changed.organization().id()).orElseThrow().settings())
                .isEqualTo(settings);
    }

    @Test
    void originsAreAddedAndRemoved() {
        Tenant moved = created("Moving");
        organizations.changeOrigins(
                moved.organization().id(),
                List.of(Origin.parse("http://localhost:3000").orElseThrow()),
                List.of(Origin.parse("https://shop.example").orElseThrow()),
                Actor.SYSTEM,
                NOW);
        Tenant after = organizations.find(moved.organization().id()).orElseThrow();

        assertThat(after.allows("http://localhost:3000")).isTrue();
        assertThat(after.allows("https://shop.example")).isFalse();
    }

    @Test
    void originIsKnownWhenAnyOrganizationAllowsIt() {
        organizations.create(
                "Loopback", List.of(Origin.parseAllowed("http://localhost:*").orElseThrow()), Actor.SYSTEM, NOW);
        organizations.create(
                "Shop", List.of(Origin.parse("https://known.example").orElseThrow()), Actor.SYSTEM, NOW);

        assertThat(organizations.originKnown("https://known.example")).isTrue();
        assertThat(organizations.originKnown("http://localhost:31999")).isTrue();
        assertThat(organizations.originKnown("https://known.example.evil.example"))
                .isFalse();
        assertThat(organizations.originKnown("https://known.example:8443")).isFalse();
        assertThat(organizations.originKnown("null")).isFalse();
    }
}
