package io.chask.desk;

/// Conditions on `conversation c` with its `conversation_work w`.
final class WorkSql {

    /// Rests: until its time, unless the visitor has written since. Binds `:now`.
    static final String SNOOZED = """
            (w.snoozed_until > :now and not exists (
              select from message n where n.organization_id = w.organization_id
                and n.conversation_id = w.conversation_id and n.sequence > w.snoozed_after and n.sender = 'user'))
            """;

    private WorkSql() {}
}
