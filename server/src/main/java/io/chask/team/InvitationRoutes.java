package io.chask.team;

import io.chask.account.BadAccount;
import io.chask.account.Invitation;
import io.chask.account.Invitations;
import io.chask.account.Role;
import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.api.RateLimiter;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.Token;
import io.chask.wire.Reason;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Inviting, and accepting an invitation.
final class InvitationRoutes {

    /// The secret stands in the fragment, which browsers send to no server and no log.
    private static final String PAGE = "/console/#/invitation/";

    private final AgentAccess access;
    private final Invitations invitations;
    private final Sessions sessions;
    private final RateLimiter attempts;
    private final @Nullable URI publicUrl;

    InvitationRoutes(AgentAccess access, TeamServices services) {
        this.access = access;
        this.invitations = services.invitations();
        this.sessions = services.sessions();
        this.attempts = services.attempts();
        this.publicUrl = services.publicUrl();
    }

    record Wanted(
            @Nullable String email,
            @Nullable String role,
            @Nullable String locale) {}

    record Body(
            UUID id,
            String email,
            String role,
            String locale,
            @Nullable String invitedBy,
            Instant createdAt,
            Instant expiresAt) {

        static Body of(Invitation invitation) {
            return new Body(
                    invitation.id(),
                    invitation.email(),
                    invitation.role().code(),
                    invitation.locale(),
                    invitation.invitedBy(),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }
    }

    record Open(List<Body> invitations) {}

    record Made(Body invitation, String link) {}

    record Secret(@Nullable String token) {}

    record Greeting(String email, String organizationName, String role, String locale) {}

    record Acceptance(
            @Nullable String token,
            @Nullable String name,
            @Nullable String password) {}

    /// `GET /v1/invitations`
    Response list(Request request) {
        var admin = access.admin(request).session().agent();
        var open = invitations.open(admin.organization()).stream().map(Body::of).toList();
        return Response.json(200, new Open(open));
    }

    /// `POST /v1/invitations`
    Response create(Request request) {
        var admin = access.admin(request).session().agent();
        var wanted = request.json(Wanted.class);
        var role = Role.of(Fields.text("role", wanted.role()))
                .orElseThrow(() -> new Refused(Problem.field("role", "must be owner, admin or agent")));
        if (!admin.role().covers(role)) {
            throw new Refused(Reason.ROLE_INSUFFICIENT, "Only an owner may invite an owner.");
        }
        var email = Fields.text("email", wanted.email());
        var locale = Fields.text("locale", wanted.locale());
        try {
            var made = invitations.create(admin, email, role, locale);
            return Response.json(201, new Made(Body.of(made.invitation()), link(made.token())));
        } catch (BadAccount bad) {
            throw Fields.refused(bad);
        }
    }

    /// Absolute only by the operator's own word: a `Host` header is anybody's.
    private String link(Token token) {
        var origin = publicUrl == null ? "" : publicUrl.getScheme() + "://" + publicUrl.getAuthority();
        return origin + PAGE + token.text();
    }

    /// `DELETE /v1/invitations/{id}`
    Response revoke(Request request) {
        var admin = access.admin(request).session().agent();
        if (!invitations.revoke(admin, request.pathId("id"))) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }

    /// `POST /v1/invitations/look`
    Response look(Request request) {
        var token = request.json(Secret.class).token();
        attempts.takeFor(request.remoteAddress());
        var greeting = Token.parse(Fields.text("token", token))
                .flatMap(invitations::look)
                .orElseThrow(() -> new Refused(Reason.INVITATION_INVALID));
        attempts.giveBack(request.remoteAddress());
        var invitation = greeting.invitation();
        return Response.json(
                200,
                new Greeting(
                        invitation.email(),
                        greeting.organizationName(),
                        invitation.role().code(),
                        invitation.locale()));
    }

    /// `POST /v1/invitations/accept`
    Response accept(Request request) {
        var body = request.json(Acceptance.class);
        var token = Token.parse(Fields.text("token", body.token()));
        var name = Fields.text("name", body.name());
        var password = Fields.text("password", body.password());
        attempts.takeFor(request.remoteAddress());
        try {
            var signedIn = token.flatMap(given -> invitations.accept(given, name, password, Fields.device(request)))
                    .orElseThrow(() -> new Refused(Reason.INVITATION_INVALID));
            attempts.giveBack(request.remoteAddress());
            request.cookie(AgentAccess.COOKIE).flatMap(Token::parse).ifPresent(sessions::signOut);
            return Response.empty(204).with(AgentAccess.cookie(request, signedIn.token()));
        } catch (BadAccount bad) {
            attempts.giveBack(request.remoteAddress());
            throw Fields.refused(bad);
        }
    }
}
