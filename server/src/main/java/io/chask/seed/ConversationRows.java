package io.chask.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Writes conversations with what was said in them.
record ConversationRows(Handle handle, UUID organization) {

    private static final String CONVERSATIONS = """
            insert into conversation (organization_id, id, visitor_id, status, last_sequence, created_at,
              last_message_at, listed_at)
            select :organization, c.id, c.visitor, c.status, c.last, cast(c.begun as timestamptz),
              cast(c.ended as timestamptz), cast(c.ended as timestamptz)
            from unnest(:ids, :visitors, :statuses, :lasts, :begun, :ended)
              as c(id, visitor, status, last, begun, ended)
            """;
    private static final String MESSAGES = """
            insert into message (organization_id, conversation_id, sequence, id, sender, author_id, content, created_at)
            select :organization, m.conversation, m.sequence, m.id, m.sender, m.author, m.content,
              cast(m.at as timestamptz)
            from unnest(:conversations, :sequences, :messages, :senders, :authors, :contents, :times)
              as m(conversation, sequence, id, sender, author, content, at)
            """;
    private static final String NOTES = """
            insert into note (organization_id, conversation_id, id, author_id, after_sequence, content, created_at)
            select :organization, n.conversation, n.id, n.author, n.after, n.content, cast(n.at as timestamptz)
            from unnest(:conversations, :notes, :authors, :afters, :contents, :times)
              as n(conversation, id, author, after, content, at)
            """;
    // Who has answered has read what he answered, and the visitor what he was told.
    private static final String MARKS = """
            insert into mark (organization_id, conversation_id, side, reader_id, delivered, read)
            select :organization, m.conversation, s.side, s.reader, m.last, m.seen
            from unnest(:ids, :visitors, :agents, :lasts, :seen) as m(conversation, visitor, agent, last, seen)
            cross join lateral (values ('user', m.visitor), ('agent', m.agent)) as s(side, reader)
            where m.seen > 0
            """;
    private static final String TAGS = """
            insert into tag (organization_id, id, name)
            select :organization, gen_random_uuid(), n from (select distinct unnest(:tags) as n) names
            on conflict (organization_id, lower(name)) do nothing
            """;
    private static final String TAGGED = """
            insert into conversation_tag (organization_id, conversation_id, tag_id)
            select :organization, k.id, t.id from unnest(:tagged, :tags) as k(id, name)
            join tag t on t.organization_id = :organization and lower(t.name) = lower(k.name)
            on conflict do nothing
            """;

    void write(List<SeededConversation> batch) {
        bound(handle.createUpdate(CONVERSATIONS), batch).execute();
        writeMessages(batch);
        writeNotes(batch);
        bound(handle.createUpdate(MARKS), batch).execute();
        writeTags(batch);
    }

    private Columns<SeededConversation> bound(Update update, List<SeededConversation> batch) {
        return new Columns<>(update, organization, batch)
                .put("ids", UUID.class, SeededConversation::id)
                .put("visitors", UUID.class, SeededConversation::visitor)
                .put("agents", UUID.class, SeededConversation::agent)
                .put("statuses", String.class, SeededConversation::status)
                .put("lasts", Long.class, SeededConversation::last)
                .put("seen", Long.class, SeededConversation::seen)
                .put("begun", String.class, each -> each.begun().toString())
                .put("ended", String.class, each -> each.ended().toString());
    }

    private record Row(SeededConversation of, long sequence, SeededConversation.Said said) {}

    private void writeMessages(List<SeededConversation> batch) {
        List<Row> rows = new ArrayList<>();
        for (var each : batch) {
            long sequence = 0;
            for (var said : each.said()) {
                rows.add(new Row(each, ++sequence, said));
            }
        }
        new Columns<>(handle.createUpdate(MESSAGES), organization, rows)
                .put("conversations", UUID.class, row -> row.of().id())
                .put("sequences", Long.class, Row::sequence)
                .put("messages", UUID.class, row -> row.said().id())
                .put("senders", String.class, ConversationRows::sender)
                .put("authors", UUID.class, ConversationRows::author)
                .put("contents", String.class, row -> row.said().content())
                .put("times", String.class, row -> row.said().at().toString())
                .execute();
    }

    private static String sender(Row row) {
        return row.said().agent() == null ? "user" : "agent";
    }

    private static UUID author(Row row) {
        var agent = row.said().agent();
        return agent == null ? row.of().visitor() : agent;
    }

    private record NoteRow(SeededConversation of, SeededConversation.Note note) {}

    private void writeNotes(List<SeededConversation> batch) {
        var rows = batch.stream()
                .flatMap(each -> each.notes().stream().map(note -> new NoteRow(each, note)))
                .toList();
        new Columns<>(handle.createUpdate(NOTES), organization, rows)
                .put("conversations", UUID.class, row -> row.of().id())
                .put("notes", UUID.class, row -> row.note().id())
                .put("authors", UUID.class, row -> row.of().agent())
                .put("afters", Long.class, row -> row.note().after())
                .put("contents", String.class, row -> row.note().content())
                .put("times", String.class, row -> row.note().at().toString())
                .execute();
    }

    private record Tagged(UUID conversation, String tag) {}

    private void writeTags(List<SeededConversation> batch) {
        var tagged = batch.stream()
                .flatMap(each -> each.tags().stream().map(tag -> new Tagged(each.id(), tag)))
                .toList();
        for (var sql : List.of(TAGS, TAGGED)) {
            new Columns<>(handle.createUpdate(sql), organization, tagged)
                    .put("tagged", UUID.class, Tagged::conversation)
                    .put("tags", String.class, Tagged::tag)
                    .execute();
        }
    }
}
