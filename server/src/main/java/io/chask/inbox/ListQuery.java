package io.chask.inbox;

import io.chask.conversation.ConversationStatus;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.WorkFilter;
import io.chask.conversation.WorkFilter.Assignee;
import io.chask.desk.TagName;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.wire.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The members of the query of `GET /v1/conversations`.
final class ListQuery {

    private ListQuery() {}

    /// Reads the query.
    ///
    /// @throws Refused `INVALID_FIELD`
    static InboxQuery read(Request request, UUID agent, Instant now, int limit) {
        var work = new WorkFilter(
                request.query("assignee").map(text -> assignee(text, agent)).orElse(null),
                request.query("team").map(ListQuery::team).orElse(null),
                request.query("snoozed").map(text -> flag("snoozed", text)).orElse(null),
                request.query("tag").map(ListQuery::tag).map(List::of).orElse(List.of()),
                request.query("mentioned").map(text -> flag("mentioned", text)).orElse(false),
                now);
        var after = request.query("cursor").map(ListCursor::parse).orElse(null);
        return new InboxQuery(listed(request.query("status").orElse("open")), work, after, limit);
    }

    private static @Nullable ConversationStatus listed(String text) {
        return text.equals("any") ? null : status(text);
    }

    static ConversationStatus status(String text) {
        return switch (text) {
            case "open" -> ConversationStatus.OPEN;
            case "resolved" -> ConversationStatus.RESOLVED;
            default -> throw new Refused(Problem.field("status", "must be open or resolved"));
        };
    }

    private static Assignee assignee(String text, UUID agent) {
        return switch (text) {
            case "me" -> new Assignee(agent);
            case "none" -> new Assignee(null);
            default -> {
                var id = Uuids.parse(text);
                if (id == null) {
                    throw new Refused(Problem.field("assignee", "must be me, none or the id of an agent"));
                }
                yield new Assignee(id);
            }
        };
    }

    private static UUID team(String text) {
        var id = Uuids.parse(text);
        if (id == null) {
            throw new Refused(Problem.field("team", "must be the id of a team"));
        }
        return id;
    }

    private static String tag(String text) {
        return TagName.parse(text)
                .orElseThrow(
                        () -> new Refused(Problem.field("tag", "must have 1 to " + TagName.MAX_LENGTH + " characters")))
                .text();
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refused(Problem.field(name, "must be true or false"));
        };
    }
}
