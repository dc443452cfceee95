package io.chask.search;

import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Writes down by which words conversations are found. All methods block.
final class SearchIndex {

    /// Messages of one conversation that are read at once.
    static final int STEP = 20;

    private static final String BEGIN = """
            insert into search_progress (organization_id, conversation_id, indexed, described)
            select c.organization_id, c.id, 0, false from conversation c
            where c.organization_id = :organization and c.id = any(:conversations) order by c.id
            on conflict (organization_id, conversation_id) do nothing
            """;
    // Before anything is read: what another node has written down meanwhile is younger than what was read before, and
    // must stay. Every statement that follows sees what was committed up to then.
    private static final String LOCK = """
            select conversation_id from search_progress
            where organization_id = :organization and conversation_id = any(:conversations)
            order by conversation_id for no key update
            """;
    private static final String STANDING = """
            select c.id, c.last_sequence, c.created_at, p.indexed, p.described, v.name, v.email, v.phone, v.company_name, v.company_id, v.user_id,
              v.locale, s.locales[1] as organization_locale,
              array(select t.name from conversation_tag k
                join tag t on t.organization_id = k.organization_id and t.id = k.tag_id
                where k.organization_id = c.organization_id and k.conversation_id = c.id) as tags
            from conversation c
            join visitor v on v.organization_id = c.organization_id and v.id = c.visitor_id
            left join widget_settings s on s.organization_id = c.organization_id
            join search_progress p on p.organization_id = c.organization_id and p.conversation_id = c.id
            where c.organization_id = :organization and c.id = any(:conversations)
            order by c.id
            """;
    /// A change has the message it is about indexed anew, as that is now. A message's files are found by their names.
    private static final String MESSAGES = """
            select m.sequence as place, coalesce(t.sequence, m.sequence) as sequence,
              concat_ws(' ', coalesce(t.content, m.content), (select string_agg(f ->> 'name', ' ')
                from jsonb_array_elements(case when t.id is null then m.attachments else t.attachments end) f)) as content,
              coalesce(t.created_at, m.created_at) as created_at, coalesce(t.sender, m.sender) as sender
            from message m
            left join message t on t.organization_id = m.organization_id and t.conversation_id = m.conversation_id
              and t.id = m.target_id
            where m.organization_id = :organization and m.conversation_id = :conversation
              and m.sequence > :indexed order by m.sequence limit :step
            """;
    private static final String PROGRESS = """
            update search_progress set indexed = :indexed, described = true
            where organization_id = :organization and conversation_id = :conversation
            """;
    private static final String ENTRIES = """
            insert into search_entry (organization_id, conversation_id, sequence, language, written_at, words)
            select :organization, :conversation, e.sequence, :language, cast(e.written_at as timestamptz),
              setweight(to_tsvector(cast(:language as regconfig), e.content), cast(e.weight as "char"))
                || setweight(to_tsvector('simple', e.plain), cast(e.weight as "char"))
                || array_to_tsvector(array['=' || cast(:organization as uuid)])
            from unnest(:sequences, :times, :contents, :plains, :weights)
              as e(sequence, written_at, content, plain, weight)
            on conflict (organization_id, conversation_id, sequence)
            do update set language = excluded.language, written_at = excluded.written_at, words = excluded.words
            """;

    private final Database database;

    SearchIndex(Database database) {
        this.database = database;
    }

    private record Standing(
            UUID conversation,
            long last,
            Instant createdAt,
            long indexed,
            boolean described,
            Description description) {}

    /// @param place how far the index goes with it
    private record Entry(long place, long sequence, Instant writtenAt, String content, String weight) {}

    /// Brings these conversations of one organization up to date, each by a step at the most.
    ///
    /// @param described also those whose visitor or tags have changed
    /// @return those that have more messages than a step
    List<UUID> update(UUID organization, Collection<UUID> conversations, Collection<UUID> described) {
        return database.deriveInOrganization(organization, handle -> {
            of(handle.createUpdate(BEGIN), organization, conversations).execute();
            of(handle.createQuery(LOCK), organization, conversations)
                    .mapTo(UUID.class)
                    .list();
            var behind = new ArrayList<UUID>();
            for (var standing : standings(handle, organization, conversations)) {
                if (!update(handle, organization, standing, described.contains(standing.conversation()))) {
                    behind.add(standing.conversation());
                }
            }
            return behind;
        });
    }

    private static List<Standing> standings(Handle handle, UUID organization, Collection<UUID> conversations) {
        return of(handle.createQuery(STANDING), organization, conversations)
                .map((row, _) -> standing(row))
                .list();
    }

    private static <S extends SqlStatement<S>> S of(S statement, UUID organization, Collection<UUID> conversations) {
        return statement
                .bind("organization", organization)
                .bindArray("conversations", UUID.class, conversations.toArray());
    }

    private static boolean update(Handle handle, UUID organization, Standing standing, boolean described) {
        List<Entry> entries = new ArrayList<>();
        if (described || !standing.described()) {
            entries.add(
                    new Entry(0, 0, standing.createdAt(), standing.description().words(), "A"));
        }
        var found = standing.indexed() < standing.last()
                ? messages(handle, organization, standing.conversation(), standing.indexed())
                : List.<Entry>of();
        if (entries.isEmpty() && found.isEmpty()) {
            return true;
        }
        entries.addAll(once(found));
        long indexed = found.isEmpty() ? standing.indexed() : found.getLast().place();
        progress(handle, organization, standing, indexed);
        write(handle, organization, standing, entries);
        return found.isEmpty() || indexed >= standing.last();
    }

    /// One row a message, also when it was changed within the step.
    private static List<Entry> once(List<Entry> found) {
        Map<Long, Entry> entries = new LinkedHashMap<>();
        found.stream()
                .filter(entry -> !entry.weight().isEmpty())
                .forEach(entry -> entries.put(entry.sequence(), entry));
        return List.copyOf(entries.values());
    }

    private static List<Entry> messages(Handle handle, UUID organization, UUID conversation, long indexed) {
        return handle.createQuery(MESSAGES)
                .bind("organization", organization)
                .bind("conversation", conversation)
                .bind("indexed", indexed)
                .bind("step", STEP)
                .map((row, _) -> new Entry(
                        row.getLong("place"),
                        row.getLong("sequence"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("content"),
                        row.getString("sender").equals("system") ? "" : "D"))
                .list();
    }

    private static void progress(Handle handle, UUID organization, Standing standing, long indexed) {
        handle.createUpdate(PROGRESS)
                .bind("organization", organization)
                .bind("conversation", standing.conversation())
                .bind("indexed", indexed)
                .execute();
    }

    private static void write(Handle handle, UUID organization, Standing standing, List<Entry> entries) {
        handle.createUpdate(ENTRIES)
                .bind("organization", organization)
                .bind("conversation", standing.conversation())
                .bind("language", standing.description().language())
                .bindArray("sequences", Long.class, each(entries, Entry::sequence))
                .bindArray(
                        "times",
                        String.class,
                        each(entries, entry -> entry.writtenAt().toString()))
                .bindArray("contents", String.class, each(entries, Entry::content))
                .bindArray("plains", String.class, each(entries, entry -> Words.plainText(entry.content())))
                .bindArray("weights", String.class, each(entries, Entry::weight))
                .execute();
    }

    private static Object[] each(List<Entry> entries, Function<Entry, Object> value) {
        return entries.stream().map(value).toArray();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getLong("last_sequence"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("indexed"),
                row.getBoolean("described"),
                Description.of(row));
    }
}
