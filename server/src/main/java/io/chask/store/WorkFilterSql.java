package io.chask.store;

import io.chask.conversation.WorkFilter;
import java.sql.Timestamp;
import org.jdbi.v3.core.statement.Query;

/// The conditions of a [WorkFilter] on `c`, each a constant text.
final class WorkFilterSql {

    private static final String OF_CONVERSATION =
            "select from conversation_work w where w.organization_id = c.organization_id and w.conversation_id = c.id";
    private static final String ASSIGNED = " and exists (" + OF_CONVERSATION + " and w.assignee_id = :assignee)";
    private static final String UNASSIGNED = " and not exists (" + OF_CONVERSATION + " and w.assignee_id is not null)";
    private static final String OF_TEAM = " and exists (" + OF_CONVERSATION + " and w.team_id = :team)";
    private static final String RESTS = OF_CONVERSATION + """
             and w.snoozed_until > :now and not exists (
              select from message n where n.organization_id = c.organization_id and n.conversation_id = c.id
                and n.sequence > w.snoozed_after and n.sender = 'user')
            """;
    private static final String SNOOZED = " and exists (" + RESTS + ")";
    private static final String AWAKE = " and not exists (" + RESTS + ")";
    private static final String TAGGED = """
             and (select count(*) from conversation_tag k
              join tag t on t.organization_id = k.organization_id and t.id = k.tag_id
              where k.organization_id = c.organization_id and k.conversation_id = c.id
                and lower(t.name) in (select lower(n) from unnest(:tags) n)) = :tagCount
            """;
    private static final String MENTIONED = """
             and exists (select from mention m where m.organization_id = c.organization_id and m.agent_id = :reader
              and m.conversation_id = c.id and m.seen_at is null)
            """;

    private WorkFilterSql() {}

    static String conditions(WorkFilter filter) {
        var conditions = new StringBuilder();
        var assignee = filter.assignee();
        if (assignee != null) {
            conditions.append(assignee.agent() == null ? UNASSIGNED : ASSIGNED);
        }
        conditions.append(filter.team() == null ? "" : OF_TEAM);
        if (filter.snoozed() != null) {
            conditions.append(filter.snoozed() ? SNOOZED : AWAKE);
        }
        conditions.append(filter.tags().isEmpty() ? "" : TAGGED).append(filter.mentioned() ? MENTIONED : "");
        return conditions.toString();
    }

    static void bind(Query page, WorkFilter filter) {
        var assignee = filter.assignee();
        if (assignee != null && assignee.agent() != null) {
            page.bind("assignee", assignee.agent());
        }
        if (filter.team() != null) {
            page.bind("team", filter.team());
        }
        if (filter.snoozed() != null) {
            page.bind("now", Timestamp.from(filter.now()));
        }
        if (!filter.tags().isEmpty()) {
            page.bindArray("tags", String.class, filter.tags().toArray())
                    .bind("tagCount", filter.tags().size());
        }
    }
}
