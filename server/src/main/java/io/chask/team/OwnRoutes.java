package io.chask.team;

import io.chask.account.BadAccount;
import io.chask.account.OwnAccount;
import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.api.RateLimiter;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One's own account: name, password, sessions.
final class OwnRoutes {

    private final AgentAccess access;
    private final OwnAccount account;
    private final Sessions sessions;
    private final RateLimiter attempts;

    OwnRoutes(AgentAccess access, OwnAccount account, Sessions sessions, RateLimiter attempts) {
        this.access = access;
        this.account = account;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    record Account(String name, String email, String role, Factor secondFactor) {}

    record Factor(boolean enabled, int recoveryCodes, boolean required) {}

    record Change(@Nullable String name) {}

    record PasswordChange(
            @Nullable String currentPassword, @Nullable String password) {}

    record Listed(UUID id, Instant createdAt, Instant lastSeenAt, String address, String userAgent, boolean current) {}

    record SessionList(List<Listed> sessions) {}

    /// `GET /v1/account`
    Response get(Request request) {
        var session = access.own(request).session();
        var agent = session.agent();
        var factor = account.secondFactor(agent);
        return Response.json(
                200,
                new Account(
                        agent.name(),
                        agent.email(),
                        agent.role().code(),
                        new Factor(factor.enabled(), factor.recoveryCodes(), session.mustEnrol())));
    }

    /// `PATCH /v1/account`
    Response patch(Request request) {
        var agent = access.own(request).session().agent();
        try {
            account.rename(agent, Fields.text("name", request.json(Change.class).name()));
        } catch (BadAccount bad) {
            throw Fields.refused(bad);
        }
        return Response.empty(204);
    }

    /// `POST /v1/account/password`
    Response changePassword(Request request) {
        var session = access.own(request).session();
        var body = request.json(PasswordChange.class);
        var present = Fields.text("currentPassword", body.currentPassword());
        var next = Fields.text("password", body.password());
        attempts.takeFor(session.agent().id());
        try {
            if (!account.changePassword(session, present, next)) {
                throw new Refused(Reason.PASSWORD_WRONG);
            }
        } catch (BadAccount bad) {
            attempts.giveBack(session.agent().id());
            throw Fields.refused(bad);
        }
        attempts.giveBack(session.agent().id());
        return Response.empty(204);
    }

    /// `GET /v1/account/sessions`
    Response sessions(Request request) {
        var own = access.own(request).session();
        var listed = sessions.list(own.agent()).stream()
                .map(session -> new Listed(
                        session.id(),
                        session.createdAt(),
                        session.lastSeenAt(),
                        session.device().address(),
                        session.device().userAgent(),
                        session.id().equals(own.id())))
                .toList();
        return Response.json(200, new SessionList(listed));
    }

    /// `DELETE /v1/account/sessions`
    Response endOthers(Request request) {
        sessions.endOthers(access.own(request).session());
        return Response.empty(204);
    }

    /// `DELETE /v1/account/sessions/{id}`
    Response end(Request request) {
        var agent = access.own(request).session().agent();
        if (!sessions.end(agent, request.pathId("id"))) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }
}
