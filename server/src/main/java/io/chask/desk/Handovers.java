package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What becomes of an agent's conversations when he cannot sign in any more: each is nobody's again, in the team where
/// it is. The resolved ones too, or a visitor who writes in one again would write to somebody who is not there.
public final class Handovers {

    // Only open ones are written down and told: there may be very many of the others.
    private static final String RELEASE = """
            with owned as materialized (
              select w.conversation_id, c.status from conversation_work w
              join conversation c on c.organization_id = w.organization_id and c.id = w.conversation_id
              where w.organization_id = :organization and w.assignee_id = :agent
              order by w.conversation_id for no key update of w),
            freed as (
              update conversation_work w set assignee_id = null, assigned_at = clock_timestamp() from owned o
              where w.organization_id = :organization and w.conversation_id = o.conversation_id),
            noted as (
              insert into work_event (organization_id, conversation_id, kind, actor_id, agent_id)
              select :organization, conversation_id, :kind, cast(:by as uuid), :agent from owned where status = 'open')
            select conversation_id from owned where status = 'open'
            """;

    private final WorkChanges changes;

    public Handovers(Database database, WorkListener listener) {
        this.changes = new WorkChanges(database, listener);
    }

    /// Releases them.
    ///
    /// @param handle of the transaction that disables the agent, who is locked: nobody gives him another meanwhile
    /// @param by     the agent who does it; none at the command line
    /// @return tells the agents who are connected: to be called after the commit
    public Runnable release(Handle handle, UUID organization, UUID agent, @Nullable UUID by) {
        List<ConversationId> freed = handle.createQuery(RELEASE)
                .bind("organization", organization)
                .bind("agent", agent)
                .bind("by", by)
                .bind("kind", WorkEvent.Kind.GIVEN_BACK.code())
                .map((row, _) -> new ConversationId(organization, row.getObject("conversation_id", UUID.class)))
                .list();
        return changes.touch(handle, organization, freed)::tell;
    }
}
