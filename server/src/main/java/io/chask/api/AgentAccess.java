package io.chask.api;

import io.chask.account.Authentication;
import io.chask.account.Role;
import io.chask.account.Session;
import io.chask.account.Sessions;
import io.chask.audit.Actor;
import io.chask.edge.Cookie;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.organization.Token;
import io.chask.wire.Reason;
import java.time.Duration;

/// Which agent a request comes from, and whether his role is enough.
public final class AgentAccess {

    /// The console's cookie.
    public static final String COOKIE = "chask_session";

    private static final String CONSOLE_HEADER = "X-Chask-Console";

    private final Sessions sessions;

    public AgentAccess(Sessions sessions) {
        this.sessions = sessions;
    }

    /// The cookie of a session that has just begun.
    public static Cookie cookie(Request request, Token token) {
        return new Cookie(COOKIE, token.text(), Sessions.LIFETIME, request.secure());
    }

    /// The cookie that takes the one before away.
    public static Cookie noCookie(Request request) {
        return new Cookie(COOKIE, "", Duration.ZERO, request.secure());
    }

    /// An agent's session and the token it was shown by.
    public record Entry(Token token, Session session) {

        /// Who the audit log says it was.
        public Actor actor() {
            return Actor.agent(session.agent().id());
        }
    }

    /// Whoever reads something.
    ///
    /// @throws Refused `TOKEN_MISSING`, `TOKEN_INVALID`, `TOKEN_EXPIRED` or `SECOND_FACTOR_REQUIRED`
    public Entry reader(Request request) {
        var entry = anybody(request);
        if (entry.session().mustEnrol()) {
            throw new Refused(Reason.SECOND_FACTOR_REQUIRED);
        }
        return entry;
    }

    /// Whoever looks after his own account, also when his organization asks for a second factor that he has not set up.
    ///
    /// @throws Refused as [#writer], save `SECOND_FACTOR_REQUIRED`
    public Entry own(Request request) {
        return reads(request) ? anybody(request) : fromConsole(request);
    }

    private Entry anybody(Request request) {
        var text = request.bearerToken()
                .or(() -> request.cookie(COOKIE))
                .orElseThrow(() -> new Refused(Reason.TOKEN_MISSING));
        var token = Token.parse(text).orElseThrow(() -> new Refused(Reason.TOKEN_INVALID));
        return switch (sessions.authenticate(token)) {
            case Authentication.Known(Session session) -> new Entry(token, session);
            case Authentication.Expired() -> throw new Refused(Reason.TOKEN_EXPIRED);
            case Authentication.Unknown() -> throw new Refused(Reason.TOKEN_INVALID);
        };
    }

    /// Whoever changes something. A browser sends the cookie with requests of any page of this site; the header can
    /// only come from the console itself.
    ///
    /// @throws Refused as [#reader], and `CONSOLE_HEADER_MISSING`
    public Entry writer(Request request) {
        checkConsole(request);
        return reader(request);
    }

    private Entry fromConsole(Request request) {
        checkConsole(request);
        return anybody(request);
    }

    private static void checkConsole(Request request) {
        if (request.bearerToken().isEmpty()
                && request.cookie(COOKIE).isPresent()
                && request.header(CONSOLE_HEADER).isEmpty()) {
            throw new Refused(Reason.CONSOLE_HEADER_MISSING);
        }
    }

    private static boolean reads(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    /// An admin or owner; whether he reads or changes something, the request's method tells.
    ///
    /// @throws Refused as [#reader] or [#writer], and `ROLE_INSUFFICIENT`
    public Entry admin(Request request) {
        return atLeast(Role.ADMIN, request);
    }

    /// An owner.
    ///
    /// @throws Refused as [#admin]
    public Entry owner(Request request) {
        return atLeast(Role.OWNER, request);
    }

    private Entry atLeast(Role needed, Request request) {
        var entry = reads(request) ? reader(request) : writer(request);
        var role = entry.session().agent().role();
        if (!role.covers(needed)) {
            throw new Refused(
                    Reason.ROLE_INSUFFICIENT,
                    "This needs the role " + needed.code() + "; yours is " + role.code() + ".");
        }
        return entry;
    }
}
