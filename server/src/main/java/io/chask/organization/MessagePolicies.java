package io.chask.organization;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// The organizations' policies for changes of messages. All methods block.
public final class MessagePolicies {

    private static final String FIND =
            "select change_minutes from message_policy where organization_id = :organization";
    private static final String SAVE = """
            insert into message_policy (organization_id, change_minutes) values (:organization, :minutes)
            on conflict (organization_id) do update set change_minutes = excluded.change_minutes
            """;

    private final Database database;

    public MessagePolicies(Database database) {
        this.database = database;
    }

    /// The organization's policy, or the default.
    public MessagePolicy of(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(FIND)
                        .bind("organization", organization)
                        .mapTo(Integer.class)
                        .findOne()
                        .map(MessagePolicy::new)
                        .orElse(MessagePolicy.DEFAULT));
    }

    /// Replaces it; the audit log tells.
    public void change(UUID organization, MessagePolicy policy, Actor actor, Instant at) {
        database.useOrganization(organization, handle -> {
            handle.createUpdate(SAVE)
                    .bind("organization", organization)
                    .bind("minutes", policy.changeMinutes())
                    .execute();
            var details = Map.of("changeMinutes", Integer.toString(policy.changeMinutes()));
            var subject = Subject.organization(organization);
            AuditLog.append(
                    handle, new AuditEntry(organization, actor, Action.MESSAGE_POLICY_CHANGED, subject, details), at);
        });
    }
}
