package io.chask.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chask.api.AgentAccess;
import io.chask.api.DeskViews;
import io.chask.api.PageQuery;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Conversations;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusWish;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The agents' list of conversations, and their status.
final class ConversationRoutes {

    private final AgentAccess access;
    private final ConversationList list;
    private final Conversations conversations;
    private final ConversationBodies bodies;
    private final Clock clock;

    ConversationRoutes(
            AgentAccess access,
            ConversationList list,
            Conversations conversations,
            ConversationBodies bodies,
            Clock clock) {
        this.access = access;
        this.list = list;
        this.conversations = conversations;
        this.bodies = bodies;
        this.clock = clock;
    }

    /// `next` is there even when it is null: the contract says so.
    record Page(
            List<ConversationBody> conversations,
            @JsonInclude @Nullable String next) {}

    record Change(@Nullable String status, @Nullable Long seen) {}

    /// `GET /v1/conversations`
    Response list(Request request) {
        var agent = access.reader(request).session().agent();
        int limit = PageQuery.limit(request);
        var query = ListQuery.read(request, agent.id(), clock.instant(), limit + 1);
        var reader = new Author.Agent(agent.id());
        var found = list.page(agent.organization(), query, reader);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? ListCursor.after(page.getLast()) : null;
        return Response.json(200, new Page(bodies.of(agent.organization(), newestFirst(page), reader), next));
    }

    /// Within a page the order is exact.
    private static List<ConversationSummary> newestFirst(List<ConversationSummary> page) {
        return page.stream()
                .sorted(Comparator.comparing(DeskViews::activeAt).reversed())
                .toList();
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
        var change = request.json(Change.class);
        var wanted = change.status();
        if (wanted == null) {
            throw new Refused(Problem.field("status", "is missing"));
        }
        var wish = new StatusWish(id, reader, ListQuery.status(wanted), seen(change.seen()));
        return switch (conversations.changeStatus(wish)) {
            case StatusResult.Changed _, StatusResult.Same _ -> answer(id, reader);
            case StatusResult.Unseen _ -> throw new Refused(Reason.MESSAGE_UNSEEN);
            case StatusResult.Unknown _ -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    /// The last sequence that the agent has seen, where a request tells it.
    static @Nullable Long seen(@Nullable Long sent) {
        if (sent != null && sent < 0) {
            throw new Refused(Problem.field("seen", "must be a whole number from 0"));
        }
        return sent;
    }

    /// The conversation as it is now.
    ///
    /// @throws Refused `NOT_FOUND`
    Response answer(ConversationId id, Author.Agent reader) {
        var summary = conversations.find(id, reader).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        var body = bodies.of(id.organization(), List.of(summary), reader).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        return Response.json(200, body);
    }
}
