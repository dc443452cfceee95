package io.chask.team;

import io.chask.account.Agent;
import io.chask.account.OwnAccount;
import io.chask.api.AgentAccess;
import io.chask.api.RateLimiter;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// One's own second factor.
final class SecondFactorRoutes {

    private final AgentAccess access;
    private final OwnAccount account;
    private final RateLimiter attempts;

    SecondFactorRoutes(AgentAccess access, OwnAccount account, RateLimiter attempts) {
        this.access = access;
        this.account = account;
        this.attempts = attempts;
    }

    record Secret(String secret, String uri) {}

    record Code(@Nullable String code) {}

    record BothFactors(@Nullable String password, @Nullable String code) {}

    record Codes(List<String> recoveryCodes) {}

    /// `POST /v1/account/totp`
    Response begin(Request request) {
        var session = access.own(request).session();
        var secret =
                account.beginSecondFactor(session.agent()).orElseThrow(() -> new Refused(Reason.SECOND_FACTOR_ENABLED));
        var uri = "otpauth://totp/" + encoded("Chask:" + session.agent().email()) + "?secret=" + secret + "&issuer="
                + encoded("Chask " + session.organizationName());
        return Response.json(201, new Secret(secret, uri));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// `POST /v1/account/totp/confirm`
    Response confirm(Request request) {
        return withCode(request, account::confirmSecondFactor);
    }

    /// `POST /v1/account/totp/recovery-codes`
    Response renew(Request request) {
        return withCode(request, account::renewRecoveryCodes);
    }

    private Response withCode(Request request, BiFunction<Agent, String, Optional<List<String>>> use) {
        var agent = access.own(request).session().agent();
        var code = Fields.text("code", request.json(Code.class).code());
        attempts.takeFor(agent.id());
        var codes = use.apply(agent, code).orElseThrow(() -> new Refused(Reason.TOTP_INVALID));
        attempts.giveBack(agent.id());
        return Response.json(200, new Codes(codes));
    }

    /// `POST /v1/account/totp/disable`
    Response disable(Request request) {
        var agent = access.own(request).session().agent();
        var body = request.json(BothFactors.class);
        var password = Fields.text("password", body.password());
        var code = Fields.text("code", body.code());
        attempts.takeFor(agent.id());
        return switch (account.disableSecondFactor(agent, password, code)) {
            case PASSWORD_WRONG -> throw new Refused(Reason.PASSWORD_WRONG);
            case CODE_WRONG -> throw new Refused(Reason.TOTP_INVALID);
            case DONE -> {
                attempts.giveBack(agent.id());
                yield Response.empty(204);
            }
        };
    }
}
