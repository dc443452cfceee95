package io.chask.inbox;

import io.chask.account.Authentication;
import io.chask.account.Session;
import io.chask.account.Sessions;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.organization.Token;
import io.chask.wire.Reason;

/// Which agent a request comes from.
final class AgentAccess {

    static final String COOKIE = "chask_session";
    private static final String CONSOLE_HEADER = "X-Chask-Console";

    private final Sessions sessions;

    AgentAccess(Sessions sessions) {
        this.sessions = sessions;
    }

    /// An agent's session and the token it was shown by.
    record Entry(Token token, Session session) {}

    /// Whoever reads something.
    ///
    /// @throws Refused `TOKEN_MISSING`, `TOKEN_INVALID` or `TOKEN_EXPIRED`
    Entry reader(Request request) {
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
    /// only
    /// come from the console itself.
    ///
    /// @throws Refused as [#reader], and `CONSOLE_HEADER_MISSING`
    Entry writer(Request request) {
        if (request.bearerToken().isEmpty()
                && request.cookie(COOKIE).isPresent()
                && request.header(CONSOLE_HEADER).isEmpty()) {
            throw new Refused(Reason.CONSOLE_HEADER_MISSING);
        }
        return reader(request);
    }
}
