package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.audit.Action;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.identity.IdentityMode;
import io.chask.identity.IdentitySettings;
import io.chask.identity.IdentityTable;
import io.chask.identity.Issuer;
import io.chask.outgoing.UrlRefused;
import io.chask.wire.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// How an organization tells who its visitors are: settings, secrets, and what is wrong with a token.
final class IdentityRoutes {

    private static final int LONGEST = 2_048;

    private final AgentAccess access;
    private final Database database;
    private final SettingsEndpoints.Tools tools;

    IdentityRoutes(AgentAccess access, Database database, SettingsEndpoints.Tools tools) {
        this.access = access;
        this.database = database;
        this.tools = tools;
    }

    record IssuerBody(
            @Nullable String name,
            @Nullable String audience,
            @Nullable String keys) {}

    record Change(@Nullable String mode, @Nullable IssuerBody issuer) {}

    record Question(@Nullable String token) {}

    /// `GET /v1/identity`
    Response get(Request request) {
        var organization = access.admin(request).session().agent().organization();
        return Response.json(200, IdentityBody.of(tools.identities().settings(organization)));
    }

    /// `PATCH /v1/identity`
    Response change(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var body = request.json(Change.class);
        var mode = mode(body.mode());
        var issuer = issuer(body.issuer());
        var settings = database.inOrganization(organization, handle -> {
            var secrets = IdentityTable.load(handle, organization).secrets();
            if (mode != IdentityMode.OFF && issuer == null && secrets.isEmpty()) {
                throw new Refused(Problem.field("mode", "needs a shared secret or an issuer first"));
            }
            IdentityTable.save(handle, organization, mode, issuer);
            var details = new HashMap<>(Map.of("mode", mode.name().toLowerCase(Locale.ROOT)));
            if (issuer != null) {
                details.put("issuer", issuer.name());
                details.put("keys", issuer.keys().toString());
            }
            append(handle, entry, Action.IDENTITY_CHANGED, Subject.organization(organization), details);
            return new IdentitySettings(mode, issuer, secrets);
        });
        return Response.json(200, IdentityBody.of(settings));
    }

    /// `POST /v1/identity/secrets`
    Response addSecret(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var id = UUID.randomUUID();
        boolean added = database.inOrganization(organization, handle -> {
            boolean room = IdentityTable.addSecret(handle, organization, id);
            if (room) {
                append(handle, entry, Action.IDENTITY_SECRET_ADDED, Subject.of("identity_secret", id), Map.of());
            }
            return room;
        });
        if (!added) {
            throw new Refused(Reason.TOO_MANY_SECRETS, "Two secrets are active; revoke one of them first.");
        }
        return Response.json(201, new IdentityBody.NewSecret(id, tools.secrets().text(organization, id)));
    }

    /// `DELETE /v1/identity/secrets/{id}`
    Response revokeSecret(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var id = request.pathId("id");
        boolean revoked = database.inOrganization(organization, handle -> {
            boolean known = IdentityTable.revokeSecret(handle, organization, id);
            if (known) {
                append(handle, entry, Action.IDENTITY_SECRET_REVOKED, Subject.of("identity_secret", id), Map.of());
            }
            return known;
        });
        if (!revoked) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }

    /// `POST /v1/identity/explanations`: nothing is stored, and no answer holds a secret.
    Response explain(Request request) {
        var organization = access.admin(request).session().agent().organization();
        var token = request.json(Question.class).token();
        if (token == null || token.isBlank()) {
            throw new Refused(Problem.field("token", "is missing"));
        }
        var settings = tools.identities().settings(organization);
        var findings = tools.identities().tokens().explain(organization, settings, token.strip());
        return Response.json(200, ExplanationBody.of(findings));
    }

    private void append(
            Handle handle, AgentAccess.Entry entry, Action action, Subject subject, Map<String, String> details) {
        var organization = entry.session().agent().organization();
        var line = new AuditEntry(organization, entry.actor(), action, subject, details);
        AuditLog.append(handle, line, tools.clock().instant());
    }

    private static IdentityMode mode(@Nullable String text) {
        return switch (text) {
            case "off" -> IdentityMode.OFF;
            case "optional" -> IdentityMode.OPTIONAL;
            case "enforced" -> IdentityMode.ENFORCED;
            case null, default -> throw new Refused(Problem.field("mode", "must be off, optional or enforced"));
        };
    }

    private @Nullable Issuer issuer(@Nullable IssuerBody body) {
        if (body == null) {
            return null;
        }
        var keys = text("issuer.keys", body.keys());
        try {
            var address = new URI(keys);
            tools.guard().checkForm(address);
            return new Issuer(text("issuer.name", body.name()), text("issuer.audience", body.audience()), address);
        } catch (URISyntaxException e) {
            throw new Refused(Problem.field("issuer.keys", "is no address"));
        } catch (UrlRefused e) {
            throw new Refused(
                    Problem.field("issuer.keys", String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)));
        }
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refused(Problem.field(field, "is missing"));
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(Problem.field(field, "is too long, or has characters that are not allowed"));
        }
        return text.strip();
    }
}
