package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.Organizations;
import io.chask.reply.BadReply;
import io.chask.reply.CannedReplies;
import io.chask.reply.CannedReply;
import io.chask.reply.ReplyDraft;
import io.chask.wire.Reason;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The organization's canned replies: every agent takes them, admins look after them.
final class ReplyTextRoutes {

    private final AgentAccess access;
    private final Organizations organizations;
    private final CannedReplies replies;

    ReplyTextRoutes(AgentAccess access, Organizations organizations, CannedReplies replies) {
        this.access = access;
        this.organizations = organizations;
        this.replies = replies;
    }

    /// @param locales the organization's languages, its default first
    record ListBody(List<CannedReply> replies, List<String> locales, String organizationName) {}

    record Wish(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Map<String, String> texts) {}

    /// `GET /v1/replies`
    Response list(Request request) {
        var organization = access.reader(request).session().agent().organization();
        var tenant = organizations.find(organization).orElseThrow(() -> new Refused(Reason.TOKEN_INVALID));
        return Response.json(
                200,
                new ListBody(
                        replies.all(organization),
                        tenant.settings().locales(),
                        tenant.organization().name()));
    }

    /// `POST /v1/replies`
    Response add(Request request) {
        var entry = access.admin(request);
        var wish = request.json(Wish.class);
        var id = wish.id() == null ? UUID.randomUUID() : wish.id();
        var draft = draft(wish);
        var organization = entry.session().agent().organization();
        return answer(replies.add(organization, id, draft, entry.actor()), id, draft);
    }

    /// `PUT /v1/replies/{id}`
    Response change(Request request) {
        var entry = access.admin(request);
        var id = request.pathId("id");
        var draft = draft(request.json(Wish.class));
        var organization = entry.session().agent().organization();
        return answer(replies.change(organization, id, draft, entry.actor()), id, draft);
    }

    private static Response answer(CannedReplies.Saved saved, UUID id, ReplyDraft draft) {
        var reply = new CannedReply(id, draft.name(), draft.texts());
        return switch (saved) {
            case ADDED -> Response.json(201, reply);
            case CHANGED -> Response.json(200, reply);
            case UNKNOWN -> throw new Refused(Reason.NOT_FOUND);
            case NAME_TAKEN -> throw new Refused(Reason.NAME_TAKEN, "Another canned reply has this name.");
            case TOO_MANY ->
                throw new Refused(
                        Reason.TOO_MANY_REPLIES,
                        "An organization has at most " + CannedReplies.MOST + " canned replies.");
        };
    }

    /// `DELETE /v1/replies/{id}`
    Response delete(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        if (!replies.delete(organization, request.pathId("id"), entry.actor())) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }

    private static ReplyDraft draft(Wish wish) {
        try {
            return new ReplyDraft(
                    wish.name() == null ? "" : wish.name(), wish.texts() == null ? Map.of() : wish.texts());
        } catch (BadReply bad) {
            throw new Refused(Problem.field(bad.field(), bad.fault()));
        }
    }
}
