package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.contact.Admission;
import io.chask.contact.Admissions;
import io.chask.contact.Arrival;
import io.chask.contact.Page;
import io.chask.contact.Visitors;
import io.chask.edge.Handler;
import io.chask.edge.Network;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.Token;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `POST /v1/widget/session`: lets a visitor in, or in again.
final class SessionRoute implements Handler {

    private static final int URL = 2_048;
    private static final int TITLE = 300;
    private static final int LOCALE = 35;

    private final WidgetAccess access;
    private final Visitors visitors;
    private final Admissions admissions;
    private final VisitorConversations conversations;
    private final RateLimiter perAddress;
    private final RateLimiter perKey;

    SessionRoute(
            WidgetAccess access,
            Visitors visitors,
            Admissions admissions,
            VisitorConversations conversations,
            Quotas quotas) {
        this.access = access;
        this.visitors = visitors;
        this.admissions = admissions;
        this.conversations = conversations;
        this.perAddress = quotas.sessions();
        this.perKey = quotas.keySessions();
    }

    record PageBody(
            @Nullable String url,
            @Nullable String title,
            @Nullable String referrer) {}

    record Body(
            @Nullable String apiKey,
            @Nullable String organizationId,
            @Nullable String request,
            @Nullable String visitorToken,
            @Nullable String locale,
            @Nullable PageBody page) {}

    record Answer(String visitorToken, UserBody visitor, List<VisitorConversationBody> conversations, UUID epoch) {}

    @Override
    public Response handle(Request request) {
        var body = request.json(Body.class);
        var organization = Texts.required("organizationId", body.organizationId());
        var key = Texts.required("apiKey", body.apiKey());
        var door = access.door(request, organization, key);
        var id = body.request() == null ? UUID.randomUUID() : wellFormed(body.request());
        var tenant = door.tenant().organization().id();
        var arrival = arrival(door.key().id(), body, request);
        var known = known(tenant, body.visitorToken(), arrival);
        if (known.filter(admission -> admission.visitor().blocked()).isPresent()) {
            throw new Refused(Reason.BANNED, WidgetAccess.BLOCKED);
        }
        var admission = known.orElseGet(() -> {
            perAddress.takeFor(Network.of(request.remoteAddress()));
            perKey.takeFor(door.key().id());
            return admissions.admit(tenant, id, arrival);
        });
        return Response.json(200, answer(admission));
    }

    private static UUID wellFormed(String request) {
        var id = Uuids.parse(request);
        if (id == null) {
            throw new Refused(Problem.field("request", "must be a UUID"));
        }
        return id;
    }

    private Answer answer(Admission admission) {
        var visitor = admission.visitor();
        return new Answer(
                admission.token().text(), UserBody.of(visitor), conversations.of(visitor), conversations.epoch());
    }

    private Optional<Admission> known(UUID organization, @Nullable String token, Arrival arrival) {
        return Optional.ofNullable(token)
                .flatMap(Token::parse)
                .filter(parsed -> parsed.organization().equals(organization))
                .flatMap(parsed -> visitors.seen(parsed, arrival).map(visitor -> new Admission(parsed, visitor)));
    }

    private static Arrival arrival(UUID apiKey, Body body, Request request) {
        var page = body.page() == null ? new PageBody(null, null, null) : body.page();
        return new Arrival(
                apiKey,
                Texts.kept(body.locale(), LOCALE),
                new Page(
                        Texts.kept(page.url(), URL), Texts.kept(page.title(), TITLE), Texts.kept(page.referrer(), URL)),
                Texts.kept(request.header("User-Agent").orElse(null), TITLE));
    }
}
