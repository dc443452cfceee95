package io.chask.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chask.api.AgentAccess;
import io.chask.api.PageQuery;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Conversations;
import io.chask.conversation.InboxQuery;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The agents' list of conversations, and their status.
final class ConversationRoutes {

    private final AgentAccess access;
    private final ConversationList list;
    private final Conversations conversations;
    private final ConversationBodies bodies;

    ConversationRoutes(
            AgentAccess access, ConversationList list, Conversations conversations, ConversationBodies bodies) {
        this.access = access;
        this.list = list;
        this.conversations = conversations;
        this.bodies = bodies;
    }

    /// `next` is there even when it is null: the contract says so.
    record Page(
            List<ConversationBody> conversations,
            @JsonInclude @Nullable String next) {}

    record Change(@Nullable String status) {}

    /// `GET /v1/conversations`
    Response list(Request request) {
        var agent = access.reader(request).session().agent();
        int limit = PageQuery.limit(request);
        var query = new InboxQuery(
                status(request.query("status").orElse("open")),
                request.query("cursor").map(ListCursor::parse).orElse(null),
                limit + 1);
        var found = list.page(agent.organization(), query, new Author.Agent(agent.id()));
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? ListCursor.after(page.getLast()) : null;
        return Response.json(200, new Page(bodies.of(agent.organization(), newestFirst(page)), next));
    }

    /// Within a page the order is exact.
    private static List<ConversationSummary> newestFirst(List<ConversationSummary> page) {
        return page.stream()
                .sorted(Comparator.comparing(ConversationRoutes::newest).reversed())
                .toList();
    }

    private static Instant newest(ConversationSummary conversation) {
        var last = conversation.lastMessage();
        return last == null ? conversation.listedAt() : last.timestamp();
    }

    /// `GET /v1/conversations/{id}`
    Response get(Request request) {
        var agent = access.reader(request).session().agent();
        return answer(new ConversationId(agent.organization(), request.pathId("id")), new Author.Agent(agent.id()));
    }

    /// `PATCH /v1/conversations/{id}`
    Response patch(Request request) {
        var agent = access.writer(request).session().agent();
        var id = new ConversationId(agent.organization(), request.pathId("id"));
        var reader = new Author.Agent(agent.id());
        var wanted = request.json(Change.class).status();
        if (wanted == null) {
            throw new Refused(Problem.field("status", "is missing"));
        }
        if (!conversations.changeStatus(id, reader, status(wanted))) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return answer(id, reader);
    }

    private Response answer(ConversationId id, Author.Agent reader) {
        var summary = conversations.find(id, reader).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        var body = bodies.of(id.organization(), List.of(summary)).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        return Response.json(200, body);
    }

    private static ConversationStatus status(String text) {
        return switch (text) {
            case "open" -> ConversationStatus.OPEN;
            case "resolved" -> ConversationStatus.RESOLVED;
            default -> throw new Refused(Problem.field("status", "must be open or resolved"));
        };
    }
}
