package io.chask.visitor;

import io.chask.api.Platform;
import io.chask.api.Uploads;
import io.chask.attachment.Uploader;
import io.chask.attachment.Uploader.Side;
import io.chask.contact.Arrival;
import io.chask.contact.Identified;
import io.chask.contact.Person;
import io.chask.contact.Visitor;
import io.chask.contact.Visitors;
import io.chask.delivery.Fanout;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a visitor may change and send besides messages.
final class UserRoutes {

    private final WidgetAccess access;
    private final Visitors visitors;
    private final Uploads uploads;
    private final Quotas quotas;
    private final Fanout fanout;
    private final Identifying identifying;

    UserRoutes(WidgetAccess access, Platform platform, Quotas quotas, Identifying identifying) {
        this.access = access;
        this.visitors = platform.visitors();
        this.uploads = platform.uploads();
        this.quotas = quotas;
        this.fanout = platform.stream().fanout();
        this.identifying = identifying;
    }

    /// `PATCH /v1/widget/user`
    Response patch(Request request) {
        var guest = access.guest(request);
        var json = request.json(JsonNode.class);
        var patch = new UserPatch(json);
        quotas.changes().takeFor(guest.visitor().id());
        var identified = identified(guest, json.path("token"));
        var visitor = identified.map(Identified::visitor).orElse(guest.visitor());
        check(visitor, patch.givenId());
        var changed = visitors.change(visitor.organization(), visitor.id(), kept(visitor, patch))
                .orElseThrow(() -> new Refused(Reason.TOKEN_INVALID));
        fanout.visitorChanged(visitor.organization(), visitor.id());
        return Response.json(
                200, identified.map(each -> UserBody.of(changed, each)).orElse(UserBody.of(changed)));
    }

    private Optional<Identified> identified(WidgetAccess.Guest guest, JsonNode token) {
        if (token.isMissingNode() || token.isNull()) {
            return Optional.empty();
        }
        if (!token.isString()) {
            throw new Refused(Problem.field("token", "must be a text"));
        }
        var visitor = guest.visitor();
        var key = visitor.apiKey() == null ? guest.tenant().keys().getFirst().id() : visitor.apiKey();
        var arrival = new Arrival(key, null, visitor.page(), visitor.userAgent());
        return identifying.identify(visitor.organization(), guest.token(), token.asString(), arrival);
    }

    private void check(Visitor visitor, @Nullable String givenId) {
        var verification = visitor.verification();
        if (verification != null) {
            Identifying.checkSame(verification.userId(), givenId);
        } else if (givenId != null) {
            identifying.checkUnverified(visitor.organization());
        }
    }

    private static UnaryOperator<Person> kept(Visitor visitor, UserPatch patch) {
        var verification = visitor.verification();
        return verification == null ? patch : person -> verification.kept(person, patch.apply(person));
    }

    /// `POST /v1/widget/logout`
    Response logout(Request request) {
        visitors.end(access.guest(request).holder());
        return Response.empty(204);
    }

    /// `POST /v1/widget/attachments`
    Response upload(Request request) throws IOException {
        var guest = access.guest(request);
        var visitor = guest.visitor();
        quotas.uploads().takeFor(visitor.id());
        quotas.organizationUploads().takeFor(visitor.organization());
        return uploads.receive(
                request,
                visitor.organization(),
                new Uploader(Side.VISITOR, visitor.id()),
                guest.tenant().settings().attachments());
    }
}
