package io.chask.visitor;

import io.chask.api.Tenants;
import io.chask.contact.Holder;
import io.chask.contact.Visitor;
import io.chask.contact.Visitors;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.organization.ApiKey;
import io.chask.organization.Tenant;
import io.chask.organization.Token;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a page, or the visitor on it, may talk to an organization.
final class WidgetAccess {

    /// What a blocked visitor is told.
    static final String BLOCKED = "An agent of the organization has blocked this visitor.";

    private final Tenants tenants;
    private final Visitors visitors;

    WidgetAccess(Tenants tenants, Visitors visitors) {
        this.tenants = tenants;
        this.visitors = visitors;
    }

    /// A page that carries a key: organization, key and origin fit together.
    record Door(Tenant tenant, ApiKey key) {}

    /// A visitor and his organization.
    ///
    /// @param token what he was let in by
    record Guest(Tenant tenant, Token token, Holder.Known holder) {
        Visitor visitor() {
            return holder.visitor();
        }
    }

    /// Checks the key of a page. From then on the page may read the answer.
    ///
    /// @throws Refused `ORGANIZATION_UNKNOWN`, `KEY_UNKNOWN`, `KEY_REVOKED` or `ORIGIN_NOT_ALLOWED`
    Door door(Request request, String organizationId, String apiKey) {
        var tenant = tenant(Uuids.parse(organizationId))
                .orElseThrow(() -> new Refused(
                        Reason.ORGANIZATION_UNKNOWN, "There is no organization " + quoted(organizationId) + " here."));
        switch (tenant.check(apiKey)) {
            case VALID -> {}
            case UNKNOWN -> throw new Refused(Reason.KEY_UNKNOWN, "The organization has no such API key.");
            case REVOKED -> throw new Refused(Reason.KEY_REVOKED, "This API key was revoked.");
        }
        checkOrigin(request, tenant);
        var key = tenant.keys().stream()
                .filter(candidate -> candidate.value().equals(apiKey))
                .findFirst()
                .orElseThrow();
        tenants.keyUsed(tenant.organization().id(), key);
        return new Door(tenant, key);
    }

    /// Checks the token of a request. From then on the page may read the answer.
    ///
    /// @throws Refused `TOKEN_MISSING`, `TOKEN_INVALID`, `TOKEN_EXPIRED`, `ORIGIN_NOT_ALLOWED` or `BANNED`
    Guest guest(Request request) {
        var text = request.bearerToken().orElseThrow(() -> new Refused(Reason.TOKEN_MISSING));
        var token = Token.parse(text).orElseThrow(() -> new Refused(Reason.TOKEN_INVALID));
        var tenant = tenants.find(token.organization()).orElseThrow(() -> new Refused(Reason.TOKEN_INVALID));
        checkOrigin(request, tenant);
        return switch (visitors.authenticate(token)) {
            case Holder.Known known when known.visitor().blocked() -> throw new Refused(Reason.BANNED, BLOCKED);
            case Holder.Known known -> new Guest(tenant, token, known);
            case Holder.Expired _ -> throw new Refused(Reason.TOKEN_EXPIRED);
            case Holder.Unknown _ -> throw new Refused(Reason.TOKEN_INVALID);
        };
    }

    /// A browser names the origin of every page but the server's own; other programs name none.
    private static void checkOrigin(Request request, Tenant tenant) {
        var foreign = request.origin().filter(origin -> !tenant.allows(origin));
        if (foreign.isPresent()) {
            throw new Refused(
                    Reason.ORIGIN_NOT_ALLOWED,
                    "The origin " + quoted(foreign.get()) + " is not among those the organization allows.");
        }
        request.allowOrigin();
    }

    private Optional<Tenant> tenant(@Nullable UUID organization) {
        return organization == null ? Optional.empty() : tenants.find(organization);
    }

    private static String quoted(String text) {
        return '"' + text.substring(0, Math.min(text.length(), 100)) + '"';
    }
}
