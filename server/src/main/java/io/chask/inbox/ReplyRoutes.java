package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.api.MessageBodies;
import io.chask.api.PageQuery;
import io.chask.api.Posting;
import io.chask.api.Posting.Wish;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Conversations;
import io.chask.conversation.Sender;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Messages of a conversation as agents read and write them.
final class ReplyRoutes {

    private final AgentAccess access;
    private final Conversations conversations;
    private final MessageBodies messages;
    private final Posting posting;
    private final Supplier<UUID> ids;

    /// Routes of these conversations.
    ///
    /// @param ids for replies that come without one
    ReplyRoutes(
            AgentAccess access,
            Conversations conversations,
            MessageBodies messages,
            Posting posting,
            Supplier<UUID> ids) {
        this.access = access;
        this.conversations = conversations;
        this.messages = messages;
        this.posting = posting;
        this.ids = ids;
    }

    record Reply(
            @Nullable String id,
            @Nullable String content,
            @Nullable List<String> attachments,
            @Nullable String replyTo) {}

    record ReadBody(@Nullable Long sequence) {}

    /// `GET /v1/conversations/{id}/messages`
    Response page(Request request) {
        var agent = access.reader(request).session().agent();
        var id = new ConversationId(agent.organization(), request.pathId("id"));
        return Response.json(200, messages.page(id, new Author.Agent(agent.id()), PageQuery.of(request)));
    }

    /// `POST /v1/conversations/{id}/messages`
    Response post(Request request) throws InterruptedException {
        var agent = access.writer(request).session().agent();
        var conversation = new ConversationId(agent.organization(), request.pathId("id"));
        var body = request.json(Reply.class);
        if (body.content() == null) {
            throw new Refused(Problem.field("content", "is missing"));
        }
        var id = body.id() == null ? ids.get() : id("id", body.id());
        var files = body.attachments() == null
                ? List.<UUID>of()
                : body.attachments().stream()
                        .map(text -> id("attachments", text))
                        .toList();
        var replyTo = body.replyTo() == null ? null : id("replyTo", body.replyTo());
        var wish = new Wish(conversation, id, new Author.Agent(agent.id()), body.content(), files, replyTo);
        var accepted = posting.postAndWait(wish);
        return Response.json(accepted.duplicate() ? 200 : 201, messages.posted(accepted.message(), Sender.AGENT));
    }

    /// `POST /v1/conversations/{id}/read`
    Response read(Request request) {
        var agent = access.writer(request).session().agent();
        var id = new ConversationId(agent.organization(), request.pathId("id"));
        var sequence = request.json(ReadBody.class).sequence();
        if (sequence == null || sequence < 0) {
            throw new Refused(Problem.field("sequence", "must be a whole number from 0"));
        }
        var reader = new Author.Agent(agent.id());
        if (conversations.find(id, reader).isEmpty()) {
            throw new Refused(Reason.NOT_FOUND);
        }
        conversations.read(id, reader, sequence);
        return Response.empty(204);
    }

    private static UUID id(String field, @Nullable String text) {
        var id = Uuids.parse(text);
        if (id == null) {
            throw new Refused(Problem.field(field, "must be a UUID"));
        }
        return id;
    }
}
