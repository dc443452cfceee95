package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.contact.VisitorHistory;
import io.chask.contact.VisitorHistory.Event;
import io.chask.contact.Visitors;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationSummary;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.util.List;
import java.util.Set;

/// What a visitor has done before.
final class HistoryRoutes {

    private static final int CONVERSATIONS = 20;
    private static final int EVENTS = 50;

    private final AgentAccess access;
    private final Visitors visitors;
    private final ConversationList list;
    private final ConversationBodies bodies;

    HistoryRoutes(AgentAccess access, Visitors visitors, ConversationList list, ConversationBodies bodies) {
        this.access = access;
        this.visitors = visitors;
        this.list = list;
        this.bodies = bodies;
    }

    record History(List<ConversationBody> conversations, List<Event> timeline) {}

    /// `GET /v1/visitors/{id}/history`
    Response get(Request request) {
        var agent = access.reader(request).session().agent();
        var organization = agent.organization();
        var visitor = request.pathId("id");
        if (!visitors.find(organization, Set.of(visitor)).containsKey(visitor)) {
            throw new Refused(Reason.NOT_FOUND);
        }
        var ids = list.ofVisitor(organization, visitor, CONVERSATIONS).stream()
                .map(ConversationSummary::id)
                .toList();
        // As this agent sees them: what is unread is his own.
        var reader = new Author.Agent(agent.id());
        var summaries = list.of(organization, ids.stream().map(id -> id.value()).toList(), reader);
        var ordered = ids.stream()
                .flatMap(id -> summaries.stream().filter(one -> one.id().equals(id)))
                .toList();
        VisitorHistory history = visitors.history();
        return Response.json(
                200, new History(bodies.of(organization, ordered, reader), history.of(organization, visitor, EVENTS)));
    }
}
