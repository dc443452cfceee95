package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.NoteResult.IdConflict;
import io.chask.desk.NoteResult.UnknownAgent;
import io.chask.desk.NoteResult.UnknownConversation;
import io.chask.desk.NoteResult.Written;
import io.chask.desk.WorkChanges.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Notes of agents, in a table of their own that nothing reads for visitors. All methods block.
public final class Notes {

    /// Most notes of one conversation that are shown: the newest.
    public static final int MOST = 500;

    private static final String SELECT = """
            select n.id as note, n.after_sequence, n.content, n.created_at, a.id, a.name, a.avatar_url,
              array(select m.agent_id from mention m where m.organization_id = n.organization_id
                and m.conversation_id = n.conversation_id and m.note_id = n.id order by m.agent_id) as mentions,
              exists (select from mention m where m.organization_id = n.organization_id and m.agent_id = :reader
                and m.conversation_id = n.conversation_id and m.note_id = n.id and m.seen_at is null) as unseen
            from note n join agent a on a.organization_id = n.organization_id and a.id = n.author_id
            where n.organization_id = :organization and n.conversation_id = :conversation
            """;
    private static final String NEWEST = SELECT + " order by n.created_at desc, n.id desc limit :most";
    private static final String ONE = SELECT + " and n.id = :id";
    private static final String WRITE = """
            insert into note (organization_id, conversation_id, id, author_id, after_sequence, content)
            select c.organization_id, c.id, :id, :author, c.last_sequence, :content from conversation c
            where c.organization_id = :organization and c.id = :conversation
            on conflict (organization_id, conversation_id, id) do nothing
            """;
    private static final String MENTION = """
            insert into mention (organization_id, agent_id, conversation_id, note_id)
            select a.organization_id, a.id, :conversation, :id from agent a
            where a.organization_id = :organization and a.id = any(:agents) and a.disabled_at is null
            """;
    private static final String SEEN = """
            update mention set seen_at = now() where organization_id = :organization and agent_id = :agent
              and conversation_id = :conversation and seen_at is null
            """;
    private static final String ONE_SEEN = SEEN + " and note_id = :note";

    private final Database database;
    private final WorkChanges changes;

    public Notes(Database database, WorkListener listener) {
        this.database = database;
        this.changes = new WorkChanges(database, listener);
    }

    /// The newest notes of a conversation as this agent reads them, oldest first; nothing if there is no such one.
    public Optional<List<Note>> of(ConversationId conversation, UUID reader) {
        return database.inOrganization(
                conversation.organization(),
                handle -> WorkChanges.exists(handle, conversation)
                        ? Optional.of(handle.createQuery(NEWEST)
                                .bind("organization", conversation.organization())
                                .bind("conversation", conversation.value())
                                .bind("reader", reader)
                                .bind("most", MOST)
                                .map((row, _) -> note(row))
                                .list()
                                .reversed())
                        : Optional.empty());
    }

    /// Writes a note, once however often it is tried.
    public NoteResult write(NoteDraft draft) {
        try {
            return changes.make(draft.conversation(), handle -> write(handle, draft));
        } catch (UnknownMention unknown) {
            return new UnknownAgent();
        }
    }

    /// This agent has seen what mentions him there; false if there is no such conversation.
    public boolean seen(ConversationId conversation, UUID agent) {
        return seen(conversation, agent, handle -> handle.createUpdate(SEEN));
    }

    /// This agent has seen that this note mentions him; false if there is no such conversation.
    public boolean seen(ConversationId conversation, UUID agent, UUID note) {
        return seen(conversation, agent, handle -> handle.createUpdate(ONE_SEEN).bind("note", note));
    }

    private boolean seen(ConversationId conversation, UUID agent, Function<Handle, Update> update) {
        return changes.make(conversation, handle -> {
            int seen = update.apply(handle)
                    .bind("organization", conversation.organization())
                    .bind("agent", agent)
                    .bind("conversation", conversation.value())
                    .execute();
            return new Outcome<>(seen > 0 || WorkChanges.exists(handle, conversation), seen > 0);
        });
    }

    private static Outcome<NoteResult> write(Handle handle, NoteDraft draft) {
        int written = handle.createUpdate(WRITE)
                .bind("organization", draft.conversation().organization())
                .bind("conversation", draft.conversation().value())
                .bind("id", draft.id())
                .bind("author", draft.author())
                .bind("content", draft.content())
                .execute();
        if (written == 1) {
            mention(handle, draft);
            return Outcome.changed(new Written(find(handle, draft).orElseThrow(), false));
        }
        return Outcome.same(
                find(handle, draft).map(known -> again(draft, known)).orElseGet(UnknownConversation::new));
    }

    private static NoteResult again(NoteDraft draft, Note known) {
        boolean same =
                known.author().id().equals(draft.author()) && known.content().equals(draft.content());
        return same ? new Written(known, true) : new IdConflict();
    }

    private static void mention(Handle handle, NoteDraft draft) {
        int mentioned = draft.mentions().isEmpty()
                ? 0
                : handle.createUpdate(MENTION)
                        .bind("organization", draft.conversation().organization())
                        .bind("conversation", draft.conversation().value())
                        .bind("id", draft.id())
                        .bindArray("agents", UUID.class, draft.mentions().toArray())
                        .execute();
        if (mentioned != draft.mentions().size()) {
            throw new UnknownMention();
        }
    }

    private static Optional<Note> find(Handle handle, NoteDraft draft) {
        return handle.createQuery(ONE)
                .bind("organization", draft.conversation().organization())
                .bind("conversation", draft.conversation().value())
                .bind("reader", draft.author())
                .bind("id", draft.id())
                .map((row, _) -> note(row))
                .findOne();
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getObject("note", UUID.class),
                new Colleague(row.getObject("id", UUID.class), row.getString("name"), row.getString("avatar_url")),
                row.getLong("after_sequence"),
                row.getString("content"),
                List.of((UUID[]) row.getArray("mentions").getArray()),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("unseen"));
    }

    /// Takes the note's transaction back.
    private static final class UnknownMention extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownMention() {
            super("a mentioned agent is unknown", null, false, false);
        }
    }
}
