package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Conversations;
import io.chask.desk.WorkEvent;
import io.chask.desk.WorkLog;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done with a conversation besides writing in it, for the agents' thread.
final class EventRoutes {

    private final AgentAccess access;
    private final Conversations conversations;
    private final WorkLog log;

    EventRoutes(AgentAccess access, Conversations conversations, WorkLog log) {
        this.access = access;
        this.conversations = conversations;
        this.log = log;
    }

    record Event(
            long number,
            String kind,
            Instant timestamp,
            @Nullable ColleagueBody actor,
            @Nullable ColleagueBody agent,
            @Nullable String team,
            @Nullable Instant until,
            @Nullable Integer score,
            @Nullable String comment) {}

    record Events(List<Event> events) {}

    /// `GET /v1/conversations/{id}/events`
    Response list(Request request) {
        var agent = access.reader(request).session().agent();
        var id = new ConversationId(agent.organization(), request.pathId("id"));
        if (conversations.find(id, new Author.Agent(agent.id())).isEmpty()) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.json(
                200, new Events(log.of(id).stream().map(EventRoutes::body).toList()));
    }

    private static Event body(WorkEvent event) {
        var rating = event.rating();
        return new Event(
                event.number(),
                event.kind().code(),
                event.at(),
                ColleagueBody.ofNullable(event.actor()),
                ColleagueBody.ofNullable(event.agent()),
                event.team(),
                event.until(),
                rating == null ? null : rating.score(),
                rating == null ? null : rating.comment());
    }
}
