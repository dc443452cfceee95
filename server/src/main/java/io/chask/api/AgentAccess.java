package io.chask.api;

import io.chask.account.Authentication;
import io.chask.account.Role;
import io.chask.account.Session;
import io.chask.account.Sessions;
import io.chask.audit.Actor;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.organization.Token;
import io.chask.wire.Reason;

/// Which agent a request comes from, and whether his role is enough.
public final class AgentAccess {

    /// The console's cookie.
    public static final String COOKIE = "chask_session";

    private static final String CONSOLE_HEADER = "X-Chask-Console";

    private final Sessions sessions;

    public AgentAccess(Sessions sessions) {
        this.sessions = sessions;
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
    /// @throws Refused `TOKEN_MISSING`, `TOKEN_INVALID` or `TOKEN_EXPIRED`
    public Entry reader(Request request) {
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
        if (request.bearerToken().isEmpty()
                && request.cookie(COOKIE).isPresent()
                && request.header(CONSOLE_HEADER).isEmpty()) {
            throw new Refused(Reason.CONSOLE_HEADER_MISSING);
        }
        return reader(request);
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
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        var entry = reads ? reader(request) : writer(request);
        var role = entry.session().agent().role();
        if (!role.covers(needed)) {
            throw new Refused(
                    Reason.ROLE_INSUFFICIENT,
                    "This needs the role " + needed.code() + "; yours is " + role.code() + ".");
        }
        return entry;
    }
}
