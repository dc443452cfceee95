package io.chask.inbox;

import io.chask.account.Credentials;
import io.chask.account.Device;
import io.chask.account.Session;
import io.chask.account.Sessions;
import io.chask.account.SignIn;
import io.chask.api.AgentAccess;
import io.chask.api.RateLimiter;
import io.chask.edge.Network;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.Token;
import io.chask.wire.Reason;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Signing in and out.
final class SessionRoutes {

    private static final int LONGEST = 1_000;

    private final Sessions sessions;
    private final AgentAccess access;
    private final RateLimiter attempts;
    /// Attempts that were refused unseen and are told of: one for each address and e-mail while it goes on.
    private final RateLimiter told = new RateLimiter(1, 1, Duration.ofMinutes(15));

    /// Routes of these sessions.
    ///
    /// @param attempts failed ones, by address and by e-mail
    SessionRoutes(Sessions sessions, AgentAccess access, RateLimiter attempts) {
        this.sessions = sessions;
        this.access = access;
        this.attempts = attempts;
    }

    record Body(
            @Nullable String email,
            @Nullable String password,
            @Nullable String code,
            @Nullable Boolean cookie) {}

    record Answer(@Nullable String token, AgentBody agent) {}

    /// `POST /v1/sessions`
    Response create(Request request) {
        var body = request.json(Body.class);
        var email = text("email", body.email());
        var password = text("password", body.password());
        // Taken before the look, so that many tries at once cannot slip through; a right password gives them back.
        var address = Network.of(request.remoteAddress());
        var account = email.strip().toLowerCase(Locale.ROOT);
        attempt(address, email);
        attempt(account, email);
        var code = body.code() == null || body.code().length() > LONGEST ? "" : body.code();
        return switch (sessions.signIn(new Credentials(email, password, code), device(request))) {
            case SignIn.CredentialsInvalid() -> throw new Refused(Reason.CREDENTIALS_INVALID);
            case SignIn.AgentDisabled() -> throw new Refused(Reason.AGENT_DISABLED);
            case SignIn.CodeInvalid() -> throw new Refused(Reason.TOTP_INVALID);
            case SignIn.CodeMissing() -> {
                // The password was right and no code was guessed.
                attempts.giveBack(address);
                attempts.giveBack(account);
                throw new Refused(Reason.TOTP_REQUIRED);
            }
            case SignIn.SignedIn(Token token, Session session) -> {
                attempts.giveBack(address);
                attempts.giveBack(account);
                endBefore(request);
                yield signedIn(request, token, session, Boolean.TRUE.equals(body.cookie()));
            }
        };
    }

    private void attempt(Object key, String email) {
        attempts.take(key).ifPresent(pause -> {
            if (told.take(key).isEmpty()) {
                sessions.throttled(email);
            }
            throw new Refused(Problem.of(Reason.RATE_LIMITED).after(pause));
        });
    }

    /// A browser that signs in anew leaves no session behind that nobody holds the cookie of any more.
    private void endBefore(Request request) {
        request.cookie(AgentAccess.COOKIE).flatMap(Token::parse).ifPresent(sessions::signOut);
    }

    private static Device device(Request request) {
        return new Device(
                request.remoteAddress().getHostAddress(),
                request.header("User-Agent").orElse(""));
    }

    private static Response signedIn(Request request, Token token, Session session, boolean cookie) {
        var agent = AgentBody.of(session);
        return cookie
                ? Response.json(201, new Answer(null, agent)).with(AgentAccess.cookie(request, token))
                : Response.json(201, new Answer(token.text(), agent));
    }

    /// `GET /v1/sessions/current`
    Response current(Request request) {
        return Response.json(
                200, new Answer(null, AgentBody.of(access.own(request).session())));
    }

    /// `DELETE /v1/sessions/current`
    Response end(Request request) {
        sessions.signOut(access.own(request).token());
        return Response.empty(204).with(AgentAccess.noCookie(request));
    }

    private static String text(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new Refused(Problem.field(field, "is missing"));
        }
        if (value.length() > LONGEST) {
            throw new Refused(Problem.field(field, "must have at most " + LONGEST + " characters"));
        }
        return value;
    }
}
