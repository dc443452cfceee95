package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.contact.Admission;
import io.chask.contact.Admissions;
import io.chask.contact.Arrival;
import io.chask.contact.Holder;
import io.chask.contact.Identified;
import io.chask.contact.Visitor;
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

    private static final int USER_AGENT = 300;
    private static final int LOCALE = 35;

    private final WidgetAccess access;
    private final Entry entry;
    private final VisitorConversations conversations;
    private final RateLimiter perAddress;
    private final RateLimiter perKey;

    SessionRoute(WidgetAccess access, Entry entry, VisitorConversations conversations, Quotas quotas) {
        this.access = access;
        this.entry = entry;
        this.conversations = conversations;
        this.perAddress = quotas.sessions();
        this.perKey = quotas.keySessions();
    }

    /// The ways in.
    record Entry(Visitors visitors, Admissions admissions, Identifying identifying) {}

    record PageBody(
            @Nullable String url,
            @Nullable String title,
            @Nullable String referrer) {}

    record Body(
            @Nullable String apiKey,
            @Nullable String organizationId,
            @Nullable String request,
            @Nullable String visitorToken,
            @Nullable String userToken,
            @Nullable String locale,
            @Nullable PageBody page) {}

    record Answer(
            String visitorToken,
            UserBody visitor,
            List<VisitorConversationBody> conversations,
            UUID epoch,
            @Nullable UUID formerVisitor) {}

    @Override
    public Response handle(Request request) {
        var body = request.json(Body.class);
        var organization = Texts.required("organizationId", body.organizationId());
        var key = Texts.required("apiKey", body.apiKey());
        var door = access.door(request, organization, key);
        var id = body.request() == null ? UUID.randomUUID() : wellFormed(body.request());
        var tenant = door.tenant().organization().id();
        var arrival = arrival(door.key().id(), body, request);
        var before = before(tenant, body.visitorToken());
        var known = known(before, arrival);
        if (known.filter(admission -> admission.visitor().blocked()).isPresent()) {
            throw new Refused(Reason.BANNED, WidgetAccess.BLOCKED);
        }
        var identified = identified(tenant, before, body.userToken(), arrival);
        if (identified.isPresent()) {
            note(tenant, identified.get().visitor(), arrival);
            return Response.json(200, answer(identified.get()));
        }
        var admission = known.orElseGet(() -> {
            perAddress.takeFor(Network.of(request.remoteAddress()));
            perKey.takeFor(door.key().id());
            return entry.admissions().admit(tenant, id, arrival);
        });
        note(tenant, admission.visitor(), arrival);
        return Response.json(200, answer(admission.token(), admission.visitor(), null));
    }

    /// Where the visitor is, for the agent who will look at what he has done.
    private void note(UUID organization, Visitor visitor, Arrival arrival) {
        entry.visitors().history().met(organization, visitor.id(), arrival.page());
    }

    private Optional<Identified> identified(
            UUID organization, Optional<Token> before, @Nullable String userToken, Arrival arrival) {
        return Optional.ofNullable(userToken)
                .flatMap(token -> entry.identifying().identify(organization, before.orElse(null), token, arrival));
    }

    private static UUID wellFormed(String request) {
        var id = Uuids.parse(request);
        if (id == null) {
            throw new Refused(Problem.field("request", "must be a UUID"));
        }
        return id;
    }

    private Answer answer(Identified identified) {
        return answer(identified.token(), identified.visitor(), identified.former());
    }

    private Answer answer(Token token, Visitor visitor, @Nullable UUID former) {
        return new Answer(token.text(), UserBody.of(visitor), conversations.of(visitor), conversations.epoch(), former);
    }

    private static Optional<Token> before(UUID organization, @Nullable String token) {
        return Optional.ofNullable(token)
                .flatMap(Token::parse)
                .filter(parsed -> parsed.organization().equals(organization));
    }

    /// A token that has ended is as good as none: whoever has an identity token shows that.
    private Optional<Admission> known(Optional<Token> before, Arrival arrival) {
        return before.flatMap(token -> switch (entry.visitors().seen(token, arrival)) {
            case Holder.Known known -> Optional.of(new Admission(token, known.visitor()));
            case Holder.Expired _, Holder.Unknown _ -> Optional.empty();
        });
    }

    private static Arrival arrival(UUID apiKey, Body body, Request request) {
        var page = body.page() == null ? new PageBody(null, null, null) : body.page();
        return new Arrival(
                apiKey,
                Texts.kept(body.locale(), LOCALE),
                Texts.page(page.url(), page.title(), page.referrer()),
                Texts.kept(request.header("User-Agent").orElse(null), USER_AGENT));
    }
}
