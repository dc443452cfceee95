package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.desk.Assignment;
import io.chask.desk.Desk;
import io.chask.desk.Snoozes;
import io.chask.desk.TagName;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import io.chask.wire.WireTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What agents do with a conversation besides writing in it. Each answers with the conversation as it is afterwards.
final class WorkRoutes {

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
    private static final int MOST_AT_ONCE = 50;

    private final AgentAccess access;
    private final Desk desk;
    private final ConversationRoutes conversations;
    private final Clock clock;

    WorkRoutes(AgentAccess access, Desk desk, ConversationRoutes conversations, Clock clock) {
        this.access = access;
        this.desk = desk;
        this.conversations = conversations;
        this.clock = clock;
    }

    record Assign(@Nullable String agent, @Nullable String expected) {}

    /// `expectedTeam` is compared only where it is sent: null means no team.
    record Move(
            @Nullable String team,
            @Nullable String expected,
            @Nullable JsonNode expectedTeam) {}

    record Snooze(@Nullable String until, @Nullable Long seen) {}

    record TagChange(@Nullable List<String> add, @Nullable List<String> remove) {}

    /// A conversation an agent acts on.
    private record Place(ConversationId conversation, Author.Agent agent) {}

    private Place place(Request request) {
        var agent = access.writer(request).session().agent();
        return new Place(new ConversationId(agent.organization(), request.pathId("id")), new Author.Agent(agent.id()));
    }

    /// `PUT /v1/conversations/{id}/assignee`
    Response assign(Request request) {
        var place = place(request);
        var body = request.json(Assign.class);
        var wish = new Assignment(
                place.conversation(),
                id("agent", body.agent()),
                id("expected", body.expected()),
                place.agent().id());
        return answer(place, desk.assignments().assign(wish));
    }

    /// `PUT /v1/conversations/{id}/team`
    Response move(Request request) {
        var place = place(request);
        var body = request.json(Move.class);
        var wish = new Assignment.Move(
                place.conversation(),
                id("team", body.team()),
                id("expected", body.expected()),
                from(body.expectedTeam()),
                place.agent().id());
        return answer(place, desk.assignments().move(wish));
    }

    private static Assignment.@Nullable From from(@Nullable JsonNode sent) {
        if (sent == null || sent.isMissingNode()) {
            return null;
        }
        return new Assignment.From(sent.isNull() ? null : id("expectedTeam", sent.isString() ? sent.asString() : ""));
    }

    private Response answer(Place place, Assignment.Result result) {
        return switch (result) {
            case Assignment.Assigned() -> conversations.answer(place.conversation(), place.agent());
            case Assignment.Taken taken -> throw new Refused(taken(taken));
            case Assignment.Moved moved -> throw new Refused(moved(moved));
            case Assignment.UnknownAgent() -> throw new Refused(Reason.AGENT_UNKNOWN);
            case Assignment.UnknownTeam() -> throw new Refused(Reason.TEAM_UNKNOWN);
            case Assignment.UnknownConversation() -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    private static Problem taken(Assignment.Taken taken) {
        var holder = taken.holder();
        return holder == null
                ? Problem.of(Reason.ASSIGNED_ELSEWHERE, "Nobody has the conversation any more.")
                : Problem.of(Reason.ASSIGNED_ELSEWHERE, holder.name() + " has the conversation.")
                        .with("assignee", ColleagueBody.of(holder));
    }

    private static Problem moved(Assignment.Moved moved) {
        var team = moved.team();
        return team == null
                ? Problem.of(Reason.MOVED_ELSEWHERE, "The conversation is in no team any more.")
                : Problem.of(Reason.MOVED_ELSEWHERE, "The conversation is in the team " + team.name() + ".")
                        .with("team", team);
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var id = Uuids.parse(text);
        if (id == null) {
            throw new Refused(Problem.field(field, "must be a UUID or null"));
        }
        return id;
    }

    /// `PUT /v1/conversations/{id}/snooze`
    Response snooze(Request request) {
        var place = place(request);
        var body = request.json(Snooze.class);
        var wish = new Snoozes.Wish(
                place.conversation(),
                time(body.until()),
                ConversationRoutes.seen(body.seen()),
                place.agent().id());
        return switch (desk.snoozes().snooze(wish)) {
            case DONE -> conversations.answer(place.conversation(), place.agent());
            case UNSEEN -> throw new Refused(Reason.MESSAGE_UNSEEN);
            case RESOLVED -> throw new Refused(Reason.CONVERSATION_RESOLVED);
            case UNKNOWN_CONVERSATION -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    private Instant time(@Nullable String text) {
        try {
            var now = clock.instant();
            var until = text == null ? now : WireTime.parse(text);
            if (until.isAfter(now) && until.isBefore(now.plus(LONGEST_SNOOZE))) {
                return until;
            }
        } catch (DateTimeException e) {
            throw noTime();
        }
        throw noTime();
    }

    private static Refused noTime() {
        return new Refused(Problem.field("until", "must be a time to come, within a year"));
    }

    /// `DELETE /v1/conversations/{id}/snooze`
    Response wake(Request request) {
        var place = place(request);
        if (!desk.snoozes().end(place.conversation(), place.agent().id())) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return conversations.answer(place.conversation(), place.agent());
    }

    /// `PATCH /v1/conversations/{id}/tags`
    Response tags(Request request) {
        var place = place(request);
        var body = request.json(TagChange.class);
        var add = names("add", body.add());
        var remove = names("remove", body.remove());
        return switch (desk.tags().change(place.conversation(), add, remove)) {
            case DONE -> conversations.answer(place.conversation(), place.agent());
            case TOO_MANY -> throw new Refused(Reason.TOO_MANY_TAGS);
            case UNKNOWN_CONVERSATION -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    private static List<TagName> names(String field, @Nullable List<String> texts) {
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > MOST_AT_ONCE) {
            throw new Refused(Problem.field(field, "must have at most " + MOST_AT_ONCE + " names"));
        }
        return texts.stream()
                .map(text -> TagName.parse(text)
                        .orElseThrow(() -> new Refused(
                                Problem.field(field, "must be names of 1 to " + TagName.MAX_LENGTH + " characters"))))
                .toList();
    }
}
