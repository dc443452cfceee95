package io.chask.store;

import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Quotes;
import io.chask.database.Database;
import java.util.UUID;

/// Quotes in PostgreSQL.
public final class PostgresQuotes implements Quotes {

    /// The conversations of a visitor who was merged are his heir's; drafts may still be under way in his own name.
    private static final String CLAIM = """
            insert into quote (organization_id, conversation_id, message_id, quoted_id)
            select m.organization_id, m.conversation_id, :message, m.id
            from message m
            join conversation c on c.organization_id = m.organization_id and c.id = m.conversation_id
            where m.organization_id = :organization and m.conversation_id = :conversation and m.id = :quoted
              and m.target_id is null
              and (:side = 'agent' or c.visitor_id in (:reader,
                (select v.merged_into from visitor v where v.organization_id = :organization and v.id = :reader)))
            on conflict (organization_id, conversation_id, message_id) do nothing
            """;
    private static final String CLAIMED = """
            select exists (select from quote q where q.organization_id = :organization
              and q.conversation_id = :conversation and q.message_id = :message and q.quoted_id = :quoted)
            """;

    private final Database database;

    public PostgresQuotes(Database database) {
        this.database = database;
    }

    @Override
    public boolean claim(ConversationId conversation, Reader author, UUID message, UUID quoted) {
        return database.inOrganization(conversation.organization(), handle -> {
            int made = handle.createUpdate(CLAIM)
                    .bind("organization", conversation.organization())
                    .bind("conversation", conversation.value())
                    .bind("message", message)
                    .bind("quoted", quoted)
                    .bind("side", author.sender().wireName())
                    .bind("reader", author.id())
                    .execute();
            return made == 1
                    || handle.createQuery(CLAIMED)
                            .bind("organization", conversation.organization())
                            .bind("conversation", conversation.value())
                            .bind("message", message)
                            .bind("quoted", quoted)
                            .mapTo(boolean.class)
                            .one();
        });
    }
}
