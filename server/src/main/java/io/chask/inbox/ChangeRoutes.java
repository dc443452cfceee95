package io.chask.inbox;

import io.chask.account.Role;
import io.chask.api.AgentAccess;
import io.chask.api.MessageBodies;
import io.chask.api.PostRefusal;
import io.chask.conversation.Author;
import io.chask.conversation.BadDraft;
import io.chask.conversation.Change;
import io.chask.conversation.ChangeResult;
import io.chask.conversation.ChangeResult.Refusal;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Corrections;
import io.chask.conversation.Sender;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Edits and deletions of agents' messages.
final class ChangeRoutes {

    private final AgentAccess access;
    private final Corrections corrections;
    private final MessageBodies messages;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    /// Routes of these messages.
    ///
    /// @param ids for changes that come without one
    ChangeRoutes(
            AgentAccess access,
            Corrections corrections,
            MessageBodies messages,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.access = access;
        this.corrections = corrections;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    record Edit(@Nullable String id, @Nullable String content) {}

    /// `PATCH /v1/conversations/{id}/messages/{message}`
    Response edit(Request request) {
        var entry = access.writer(request);
        var body = request.json(Edit.class);
        if (body.content() == null) {
            throw new Refused(Problem.field("content", "is missing"));
        }
        return change(request, entry, id("id", body.id()), body.content());
    }

    /// `DELETE /v1/conversations/{id}/messages/{message}`
    Response delete(Request request) {
        var entry = access.writer(request);
        return change(request, entry, id("change", request.query("change").orElse(null)), null);
    }

    private Response change(Request request, AgentAccess.Entry entry, UUID id, @Nullable String content) {
        var agent = entry.session().agent();
        var change = new Change(
                new ConversationId(agent.organization(), request.pathId("id")),
                id,
                request.pathId("message"),
                new Author.Agent(agent.id()),
                content,
                clock.instant());
        try {
            return switch (corrections.change(change, agent.role().covers(Role.ADMIN))) {
                case ChangeResult.Changed changed ->
                    Response.json(200, messages.posted(changed.message(), Sender.AGENT));
                case ChangeResult.Refused(Refusal refusal) -> throw refused(refusal);
            };
        } catch (BadDraft bad) {
            throw PostRefusal.of(bad).exception();
        }
    }

    private static Refused refused(Refusal refusal) {
        return switch (refusal) {
            case NOT_FOUND -> new Refused(Reason.NOT_FOUND, "There is no such message in this conversation.");
            case ID_CONFLICT ->
                new Refused(Reason.ID_CONFLICT, "Another message or change has this id; make a new id for each.");
            case MESSAGE_NOT_YOURS ->
                new Refused(
                        Reason.MESSAGE_NOT_YOURS,
                        "Only its author may change a message; admins may delete what agents wrote.");
            case MESSAGE_DELETED -> new Refused(Reason.MESSAGE_DELETED, "The message was deleted.");
            case CHANGE_TOO_LATE ->
                new Refused(
                        Reason.CHANGE_TOO_LATE,
                        "The time in which the organization lets agents change their messages is over.");
        };
    }

    private UUID id(String field, @Nullable String text) {
        if (text == null) {
            return ids.get();
        }
        var id = Uuids.parse(text);
        if (id == null) {
            throw new Refused(Problem.field(field, "must be a UUID"));
        }
        return id;
    }
}
