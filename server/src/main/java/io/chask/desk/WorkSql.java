package io.chask.desk;

/// Conditions on `conversation c` with its `conversation_work w`.
final class WorkSql {

    /// Rests: until its time, unless the visitor has written since. Binds `:now`.
    static final String SNOOZED = """
            (w.snoozed_until > :now and not exists (
              select from message n where n.organization_id = w.organization_id
                and n.conversation_id = w.conversation_id and n.sequence > w.snoozed_after and n.sender = 'user'))
            """;

    /// Somebody took it from its agent by hand, so that it is not given out; until its visitor opens it again, or
    /// somebody assigns or moves it. It is open, so where the last that was noted since then resolved it, its
    /// visitor has opened it: no agent did, and the message writer notes nothing.
    static final String KEPT_BACK = """
            (w.kept_back and not coalesce((
              select s.status = 'resolved' from status_change s
              where s.organization_id = w.organization_id and s.conversation_id = w.conversation_id
                and s.changed_at > w.assigned_at
              order by s.number desc limit 1), false))
            """;

    private WorkSql() {}
}
