package io.chask.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chask.account.Authentication.Expired;
import io.chask.account.Authentication.Known;
import io.chask.account.Authentication.Unknown;
import io.chask.account.SignIn.AgentDisabled;
import io.chask.account.SignIn.CredentialsInvalid;
import io.chask.account.SignIn.SignedIn;
import io.chask.audit.Actor;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import io.chask.organization.Organizations;
import io.chask.organization.Revocation;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PASSWORD = "correct horse";

    private final TestDatabase database = TestDatabase.create();
    private final SecureRandom random = new SecureRandom();
    private final PasswordHasher passwords = new PasswordHasher(random);
    private final Agents agents =
            new Agents(database.application(), passwords, (_, _, _, _) -> () -> {}, Clock.fixed(NOW, ZoneOffset.UTC));
    private final RefusedSignIns refused = new RefusedSignIns(database.application(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final Sessions sessions = sessionsAt(NOW);
    private final UUID organization = organization();

    @AfterAll
    void close() {
        refused.close();
        database.close();
    }

    private Sessions sessionsAt(Instant now) {
        return new Sessions(database.application(), passwords, random, Clock.fixed(now, ZoneOffset.UTC), refused);
    }

    private UUID organization() {
        return new Organizations(database.application(), random)
                .create("Org", List.of(), Actor.SYSTEM, NOW)
                .organization()
                .id();
    }

    private Agent agent(UUID of, String email, String password) {
        return agents.add(new NewAgent(of, email, "Ana", Role.AGENT, password), Actor.SYSTEM);
    }

    private SignIn signIn(String email, String password) {
        return sessions.signIn(Credentials.of(email, password), Device.UNKNOWN);
    }

    private SignedIn signedIn(String email) {
        return (SignedIn) signIn(email, PASSWORD);
    }

    @Test
    void anAgentSignsInAndHisTokenSaysWhoHeIs() {
        Agent ana = agent(organization, "Ana@Example.com", PASSWORD);
        SignedIn answer = signedIn(" ana@example.COM ");

        assertThat(answer.session().agent()).isEqualTo(ana);
        assertThat(answer.session().organizationName()).isEqualTo("Org");
        assertThat(answer.session().expiresAt()).isEqualTo(NOW.plus(Sessions.LIFETIME));
        assertThat(sessions.authenticate(answer.token())).isEqualTo(new Known(answer.session()));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGiveTheSameAnswer() {
        agent(organization, "bea@example.com", PASSWORD);

        assertThat(signIn("bea@example.com", "wrong horse")).isEqualTo(new CredentialsInvalid());
        assertThat(signIn("nobody@example.com", PASSWORD)).isEqualTo(new CredentialsInvalid());
        assertThat(signIn("", "")).isEqualTo(new CredentialsInvalid());
        assertThat(signIn("bea\u0000@example.com", PASSWORD)).isEqualTo(new CredentialsInvalid());
    }

    @Test
    void anAddressInTwoOrganizationsIsToldApartByItsPassword() {
        UUID other = organization();
        agent(organization, "carla@example.com", PASSWORD);
        agent(other, "carla@example.com", "another password");

        assertThat(signedIn("carla@example.com").token().organization()).isEqualTo(organization);
        assertThat(signIn("carla@example.com", "another password"))
                .isInstanceOfSatisfying(
                        SignedIn.class,
                        answer -> assertThat(answer.token().organization()).isEqualTo(other));
    }

    @Test
    void anAddressIsTakenOnceInAnOrganization() {
        agent(organization, "dora@example.com", PASSWORD);

        assertThatExceptionOfType(BadAccount.class)
                .isThrownBy(() -> agent(organization, "DORA@example.com", PASSWORD))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("email"));
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThatExceptionOfType(BadAccount.class)
                .isThrownBy(() -> agent(organization, "eva@example.com", "1234567"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("password"));
    }

    @Test
    void aSignedOutTokenIsWorthNothingAndEveryNodeIsTold() {
        agent(organization, "fia@example.com", PASSWORD);
        SignedIn answer = signedIn("fia@example.com");
        sessions.signOut(answer.token());

        assertThat(sessions.authenticate(answer.token())).isEqualTo(new Unknown());
        assertThat(revocations())
                .anyMatch(told -> told.kind() == Kind.SESSION
                        && told.subject().equals(answer.session().id()));
    }

    @Test
    void aDisabledAgentLosesHisSessionsAndCannotSignIn() {
        Agent gina = agent(organization, "gina@example.com", PASSWORD);
        Token token = signedIn("gina@example.com").token();

        assertThat(agents.disable(organization, gina.id(), Actor.SYSTEM)).isTrue();
        assertThat(agents.disable(organization, gina.id(), Actor.SYSTEM)).isFalse();
        assertThat(sessions.authenticate(token)).isEqualTo(new Unknown());
        assertThat(signIn("gina@example.com", PASSWORD)).isEqualTo(new AgentDisabled());
        assertThat(signIn("gina@example.com", "guess again")).isEqualTo(new CredentialsInvalid());
        assertThat(revocations())
                .anyMatch(told -> told.kind() == Kind.AGENT && told.subject().equals(gina.id()));
    }

    @Test
    void aNewPasswordEndsEverySession() {
        Agent hana = agent(organization, "hana@example.com", PASSWORD);
        Token token = signedIn("hana@example.com").token();
        agents.changePassword(organization, hana.id(), "a better password", Actor.SYSTEM);

        assertThat(sessions.authenticate(token)).isEqualTo(new Unknown());
        assertThat(signIn("hana@example.com", PASSWORD)).isEqualTo(new CredentialsInvalid());
        assertThat(signIn("hana@example.com", "a better password")).isInstanceOf(SignedIn.class);
    }

    @Test
    void aSessionEndsWithItsLifetimeHoweverMuchItIsUsed() {
        agent(organization, "iris@example.com", PASSWORD);
        Token token = signedIn("iris@example.com").token();

        for (Duration age = Duration.ofDays(5); age.compareTo(Sessions.LIFETIME) < 0; age = age.plusDays(5)) {
            assertThat(sessionsAt(NOW.plus(age)).authenticate(token)).isInstanceOf(Known.class);
        }
        assertThat(sessionsAt(NOW.plus(Sessions.LIFETIME).minusSeconds(1)).authenticate(token))
                .isInstanceOf(Known.class);
        assertThat(sessionsAt(NOW.plus(Sessions.LIFETIME)).authenticate(token)).isEqualTo(new Expired());
    }

    @Test
    void aSessionThatNobodyUsesEndsEarlier() {
        agent(organization, "ilse@example.com", PASSWORD);
        Token token = signedIn("ilse@example.com").token();

        assertThat(sessionsAt(NOW.plus(Sessions.IDLE)).authenticate(token)).isEqualTo(new Expired());
    }

    @Test
    void aTokenWithAnotherOrganizationInFrontIsUnknown() {
        agent(organization, "jana@example.com", PASSWORD);
        Token token = signedIn("jana@example.com").token();

        assertThat(sessions.authenticate(new Token(organization(), token.secret())))
                .isEqualTo(new Unknown());
    }

    @Test
    void neitherPasswordNorTokenStandsInTheDatabase() {
        agent(organization, "kira@example.com", PASSWORD);
        Token token = signedIn("kira@example.com").token();

        assertThat(database.count(
                        "select count(*) from agent where password_hash not like '$argon2id$v=19$m=19456,t=2,p=1$%'"))
                .isZero();
        assertThat(database.count("select count(*) from agent_session where encode(token_hash, 'escape') like '%"
                        + token.secret() + "%'"))
                .isZero();
    }

    @Test
    void agentsOfOneOrganizationAreNotFoundInAnother() {
        Agent lena = agent(organization, "lena@example.com", PASSWORD);
        UUID other = organization();

        assertThat(agents.find(organization, lena.id())).contains(lena);
        assertThat(agents.find(other, lena.id())).isEmpty();
        assertThat(agents.findByEmail(other, "lena@example.com")).isEmpty();
        assertThat(agents.list(other)).isEmpty();
        assertThat(agents.disable(other, lena.id(), Actor.SYSTEM)).isFalse();
    }

    private List<Revocation> revocations() {
        try (Database watcher = Database.open(database.owner(), DatabaseRole.WATCHER, 1)) {
            return new Revocations(watcher).recent(Duration.ofMinutes(5));
        }
    }
}
