package io.chask.visitor;

import io.chask.api.MessageBodies;
import io.chask.api.PageQuery;
import io.chask.api.Posting;
import io.chask.api.Posting.Wish;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Sender;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Uuids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visitor's conversations and messages over HTTP.
final class ThreadRoutes {

    private final WidgetAccess access;
    private final VisitorConversations conversations;
    private final MessageBodies messages;
    private final Posting posting;
    private final MessageQuota quota;

    ThreadRoutes(
            WidgetAccess access,
            VisitorConversations conversations,
            MessageBodies messages,
            Posting posting,
            MessageQuota quota) {
        this.access = access;
        this.conversations = conversations;
        this.messages = messages;
        this.posting = posting;
        this.quota = quota;
    }

    record ListAnswer(List<VisitorConversationBody> conversations) {}

    record DraftBody(
            @Nullable String id,
            @Nullable String conversation,
            @Nullable String content,
            @Nullable List<String> attachments,
            @Nullable String replyTo) {}

    /// `GET /v1/widget/conversations`
    Response list(Request request) {
        return Response.json(
                200, new ListAnswer(conversations.of(access.guest(request).visitor())));
    }

    /// `GET /v1/widget/conversations/{id}/messages`
    Response page(Request request) {
        var visitor = access.guest(request).visitor();
        var id = new ConversationId(visitor.organization(), request.pathId("id"));
        return Response.json(200, messages.page(id, new Author.Visitor(visitor.id()), PageQuery.of(request)));
    }

    /// `POST /v1/widget/messages`
    Response post(Request request) throws InterruptedException {
        var visitor = access.guest(request).visitor();
        var body = request.json(DraftBody.class);
        var wish = new Wish(
                new ConversationId(visitor.organization(), id("conversation", body.conversation())),
                id("id", body.id()),
                new Author.Visitor(visitor.id()),
                Texts.required("content", body.content()),
                ids(body.attachments()),
                body.replyTo() == null ? null : id("replyTo", body.replyTo()));
        quota.takeFor(visitor.organization(), visitor.id(), request.remoteAddress());
        var accepted = posting.postAndWait(wish);
        return Response.json(accepted.duplicate() ? 200 : 201, messages.posted(accepted.message(), Sender.USER));
    }

    private static UUID id(String field, @Nullable String text) {
        var id = Uuids.parse(Texts.required(field, text));
        if (id == null) {
            throw new Refused(Problem.field(field, "must be a UUID"));
        }
        return id;
    }

    private static List<UUID> ids(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> id("attachments", text)).toList();
    }
}
