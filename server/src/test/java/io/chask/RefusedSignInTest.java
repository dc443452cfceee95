package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Codes;
import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Who wanted to sign in and was refused stands in the audit log of whose agent he wanted to be, no oftener than the
/// throttle lets him try, and with no more than why.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusedSignInTest {

    private static final String AUTH = "AUTH_ERROR";
    private static final String GUESS = "open sesame";

    private final RunningServer server =
            RunningServer.start(Map.of("--quota-sign-ins", "4", "--trusted-proxies", "127.0.0.1"));
    private int address;

    @AfterAll
    void stop() {
        server.close();
    }

    private Answer attempt(String from, String email, String password, String code) {
        return Http.anonymous(server)
                .with("X-Forwarded-For", from)
                .post("/v1/sessions", Map.of("email", email, "password", password, "code", code));
    }

    /// From an address that nobody had before.
    private Answer attempt(String email, String password, String code) {
        address++;
        return attempt("203.0.113." + address, email, password, code);
    }

    private Answer log(Http owner) {
        server.settleRefusedSignIns();
        return owner.get("/v1/audit?action=session.refused").expect(200);
    }

    private static List<String> reasons(Answer log) {
        return log.json()
                .at("/entries")
                .valueStream()
                .map(entry -> entry.at("/details/reason").asString())
                .toList();
    }

    @Test
    void wrongPasswordsAndThatThereWereTooManyAreToldWithoutThePasswords() {
        var shop = server.shop();
        var owner = shop.agent();
        var email = shop.email().toUpperCase(Locale.ROOT);
        for (int number = 0; number < 4; number++) {
            attempt(email, GUESS, "").expectProblem(401, AUTH, "CREDENTIALS_INVALID");
        }
        for (int number = 0; number < 20; number++) {
            attempt(email, RunningServer.PASSWORD, "").expectProblem(429, "SEND_ERROR", "RATE_LIMITED");
        }
        var log = log(owner);
        assertThat(reasons(log))
                .containsExactly(
                        "too many tries", "wrong password", "wrong password", "wrong password", "wrong password");
        assertThat(log.at("/entries/0/actor/kind")).isEqualTo("system");
        assertThat(log.at("/entries/0/subject/id")).isEqualTo(shop.agentId().toString());
        assertThat(log.text()).doesNotContain(GUESS, RunningServer.PASSWORD, "203.0.113.");
    }

    @Test
    void tooManyTriesFromOneAddressAreToldOnceWhoeverIsTried() {
        var first = server.shop();
        var second = server.shop();
        var firstOwner = first.agent();
        var secondOwner = second.agent();
        var from = "198.51.100.7";
        for (int number = 0; number < 4; number++) {
            attempt(from, number + "@nowhere.example", GUESS, "").expectProblem(401, AUTH, "CREDENTIALS_INVALID");
        }
        for (var shop : List.of(first, second, first)) {
            attempt(from, shop.email(), GUESS, "").expectProblem(429, "SEND_ERROR", "RATE_LIMITED");
        }
        assertThat(reasons(log(firstOwner))).containsExactly("too many tries");
        assertThat(reasons(log(secondOwner))).isEmpty();
    }

    @Test
    void aWrongCodeIsToldAndItsAbsenceIsNot() {
        var shop = server.shop();
        var owner = shop.agent();
        var secret = owner.post("/v1/account/totp").expect(201).at("/secret");
        owner.post("/v1/account/totp/confirm", Map.of("code", Codes.of(secret, 0)))
                .expect(200);
        attempt(shop.email(), RunningServer.PASSWORD, "").expectProblem(401, AUTH, "TOTP_REQUIRED");
        attempt(shop.email(), RunningServer.PASSWORD, "000000x").expectProblem(403, AUTH, "TOTP_INVALID");
        var log = log(owner);
        assertThat(reasons(log)).containsExactly("wrong code");
        assertThat(log.text()).doesNotContain("000000x");
    }

    @Test
    void aDisabledAgentsRightPasswordIsTold() {
        var shop = server.shop();
        var owner = shop.agent();
        var email = "gone-" + shop.id() + "@shop.example";
        var gone = server.agents()
                .add(new NewAgent(shop.id(), email, "Bo", Role.AGENT, RunningServer.PASSWORD), Actor.SYSTEM);
        server.agents().disable(shop.id(), gone.id(), Actor.SYSTEM);
        attempt(email, RunningServer.PASSWORD, "").expectProblem(403, AUTH, "AGENT_DISABLED");
        var log = log(owner);
        assertThat(reasons(log)).containsExactly("disabled");
        assertThat(log.at("/entries/0/subject/id")).isEqualTo(gone.id().toString());
    }

    @Test
    void anAddressInTwoOrganizationsIsToldToBoth() {
        var shop = server.shop();
        var other = server.shop();
        server.agents().add(new NewAgent(other.id(), shop.email(), "Bo", Role.AGENT, "another password"), Actor.SYSTEM);
        var owners = List.of(shop.agent(), other.agent());
        attempt(shop.email(), GUESS, "").expectProblem(401, AUTH, "CREDENTIALS_INVALID");
        for (var owner : owners) {
            assertThat(reasons(log(owner))).containsExactly("wrong password");
        }
    }
}
