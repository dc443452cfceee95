package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Codes;
import io.chask.account.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Signing in with a second factor, setting it up, losing it.
final class SecondFactorTest {

    private static final String AUTH = "AUTH_ERROR";
    private static final String SESSIONS = "/v1/sessions";
    private static final String TOTP = "/v1/account/totp";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http agent = shop.agent();

    private Answer signIn(String code) {
        return Http.anonymous(server)
                .post(SESSIONS, Map.of("email", shop.email(), "password", RunningServer.PASSWORD, "code", code));
    }

    /// Sets it up. The code it takes may be used again, so that the tests need not wait for the next.
    private Answer enrol(String secret) {
        var codes = agent.post(TOTP + "/confirm", Map.of("code", Codes.of(secret, 0)))
                .expect(200);
        server.database().execute("update agent_totp set last_step = 0 where agent_id = '" + shop.agentId() + "'");
        return codes;
    }

    private String begin() {
        var begun = agent.post(TOTP).expect(201);
        assertThat(begun.at("/uri"))
                .startsWith("otpauth://totp/Chask%3Aagent-")
                .contains("secret=" + begun.at("/secret"), "issuer=Chask%20Shop");
        return begun.at("/secret");
    }

    @Test
    void aSecretThatWasNeverConfirmedDoesNotCount() {
        begin();
        signIn("").expect(201);
        agent.post(TOTP + "/confirm", Map.of("code", "000000x")).expectProblem(403, AUTH, "TOTP_INVALID");
        signIn("").expect(201);
    }

    @Test
    void afterTheFirstCodePasswordAloneIsNotEnough() {
        var secret = begin();
        enrol(secret);
        agent.post(TOTP).expectProblem(409, "SEND_ERROR", "SECOND_FACTOR_ENABLED");
        signIn("").expectProblem(401, AUTH, "TOTP_REQUIRED");
        signIn("12345").expectProblem(403, AUTH, "TOTP_INVALID");
        signIn(Codes.of(secret, 5)).expectProblem(403, AUTH, "TOTP_INVALID");
        signIn(Codes.of(secret, 0)).expect(201);
        assertThat(agent.get("/v1/account").expect(200).at("/secondFactor/recoveryCodes"))
                .isEqualTo("10");
    }

    @Test
    void aCodeCountsOnceAndNoneBeforeIt() {
        var secret = begin();
        enrol(secret);
        var code = Codes.of(secret, 0);
        signIn(code).expect(201);
        signIn(code).expectProblem(403, AUTH, "TOTP_INVALID");
        signIn(Codes.of(secret, -1)).expectProblem(403, AUTH, "TOTP_INVALID");
        signIn(Codes.of(secret, 1)).expect(201);
    }

    @Test
    void aRecoveryCodeCountsOnceHoweverItIsTyped() {
        var codes = enrol(begin());
        var code = codes.at("/recoveryCodes/3");
        assertThat(code).matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}");
        signIn(" " + code.toUpperCase(Locale.ROOT).replace("-", " ")).expect(201);
        signIn(code).expectProblem(403, AUTH, "TOTP_INVALID");
        signIn(codes.at("/recoveryCodes/4")).expect(201);
        assertThat(agent.get("/v1/account").expect(200).at("/secondFactor/recoveryCodes"))
                .isEqualTo("8");
        assertThat(server.database()
                        .count("select count(*) from agent_recovery_code where encode(hash, 'escape') like '%"
                                + codes.at("/recoveryCodes/5").substring(0, 4) + "%'"))
                .isZero();
    }

    @Test
    void newRecoveryCodesMakeTheOldOnesWorthless() {
        var secret = begin();
        var old = enrol(secret).at("/recoveryCodes/0");
        var renewed = agent.post(TOTP + "/recovery-codes", Map.of("code", Codes.of(secret, 0)))
                .expect(200)
                .at("/recoveryCodes/0");
        signIn(old).expectProblem(403, AUTH, "TOTP_INVALID");
        signIn(renewed).expect(201);
    }

    @Test
    void switchingItOffNeedsBothFactors() {
        var secret = begin();
        enrol(secret);
        agent.post(TOTP + "/disable", Map.of("password", "wrong horse", "code", Codes.of(secret, 0)))
                .expectProblem(400, "SEND_ERROR", "PASSWORD_WRONG");
        agent.post(TOTP + "/disable", Map.of("password", RunningServer.PASSWORD, "code", "000"))
                .expectProblem(403, AUTH, "TOTP_INVALID");
        agent.post(TOTP + "/disable", Map.of("password", RunningServer.PASSWORD, "code", Codes.of(secret, 0)))
                .expect(204);
        signIn("").expect(201);
    }

    @Test
    void codesAreGuessedNoFasterThanPasswords() {
        try (var strict = RunningServer.start(Map.of("--quota-sign-ins", "10"))) {
            var victim = strict.shop();
            var owner = victim.agent();
            var secret = owner.post(TOTP).expect(201).at("/secret");
            owner.post(TOTP + "/confirm", Map.of("code", Codes.of(secret, 0))).expect(200);
            var body = Map.of("email", victim.email(), "password", RunningServer.PASSWORD, "code", "1");
            for (int tries = 0; tries < 10; tries++) {
                Http.anonymous(strict).post(SESSIONS, body).expectProblem(403, AUTH, "TOTP_INVALID");
            }
            Http.anonymous(strict).post(SESSIONS, body).expectProblem(429, "SEND_ERROR", "RATE_LIMITED");
        }
    }

    @Test
    void whereItIsRequiredWhoHasNoneCanDoNothingButSetItUp() {
        agent.patch("/v1/team", Map.of("requireSecondFactor", true)).expect(204);
        agent.get("/v1/conversations").expectProblem(403, AUTH, "SECOND_FACTOR_REQUIRED");
        agent.post("/v1/stream/tickets").expectProblem(403, AUTH, "SECOND_FACTOR_REQUIRED");
        agent.get("/v1/team").expectProblem(403, AUTH, "SECOND_FACTOR_REQUIRED");
        assertThat(agent.get(SESSIONS + "/current").expect(200).at("/agent/secondFactorRequired"))
                .isEqualTo("true");
        enrol(begin());
        agent.get("/v1/conversations").expect(200);
        assertThat(agent.get("/v1/team").expect(200).at("/requireSecondFactor")).isEqualTo("true");
    }

    @Test
    void whoHasNoneWhenItIsRequiredLosesHisStreamsAndOpensNoMore() {
        enrol(begin());
        var other = shop.colleague("Bo", Role.AGENT).agent();
        var unused = ticket(other);
        try (var with = stream(ticket(agent));
                var without = stream(ticket(other))) {
            agent.patch("/v1/team", Map.of("requireSecondFactor", true)).expect(204);
            assertThat(without.awaitClose()).isEqualTo(4004);
            with.untilPong();
        }
        try (var refused = StreamClient.open(server, server.ownOrigin())) {
            refused.hello(unused);
            assertThat(refused.awaitClose()).isEqualTo(4004);
        }
        assertThat(other.get(SESSIONS + "/current").expect(200).at("/agent/secondFactorRequired"))
                .isEqualTo("true");
    }

    @Test
    void whoSwitchesItOffThoughItIsRequiredLosesHisStreams() {
        var secret = begin();
        enrol(secret);
        agent.patch("/v1/team", Map.of("requireSecondFactor", true)).expect(204);
        try (var stream = stream(ticket(agent))) {
            agent.post(TOTP + "/disable", Map.of("password", RunningServer.PASSWORD, "code", Codes.of(secret, 0)))
                    .expect(204);
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
    }

    private static String ticket(Http agent) {
        return agent.post("/v1/stream/tickets").expect(201).at("/ticket");
    }

    private StreamClient stream(String ticket) {
        var stream = StreamClient.open(server, server.ownOrigin());
        stream.hello(ticket);
        stream.await("welcome");
        return stream;
    }

    @Test
    void theAuditLogTellsOfItWithoutASecret() {
        var secret = begin();
        var codes = enrol(secret);
        var log = agent.get("/v1/audit").expect(200).text();
        assertThat(log).contains("agent.second_factor_enabled");
        for (var never : List.of(secret, codes.at("/recoveryCodes/0"), RunningServer.PASSWORD)) {
            assertThat(log).doesNotContain(never);
        }
    }
}
