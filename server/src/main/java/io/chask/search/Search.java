package io.chask.search;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Finds conversations in which each of the words stands somewhere. What was written a moment ago may not be found yet.
/// All methods block.
public final class Search {

    /// Newest entries with the rarest word that are weighed against each other; who finds more adds a word.
    private static final int WEIGHED = 5_000;

    private static final String FIND = """
            select s.conversation_id, s.rank, s.matches, s.language, s.written_at,
              m.id, m.sequence, m.sender, m.content, m.created_at,
              array(select f ->> 'name' from jsonb_array_elements(m.attachments) f) as files
            from search_conversations(array(
              select search_query(array[k.typed], array[k.plain])
              from unnest(:typed, :plain) with ordinality as k(typed, plain, place) order by k.place), :weighed) s
            left join message m on m.organization_id = :organization and m.conversation_id = s.conversation_id
              and m.sequence = s.sequence
            where %s
            order by s.rank desc, s.written_at desc, s.conversation_id desc limit :limit
            """;
    private static final String FIRST = FIND.formatted("true");
    private static final String AFTER = FIND.formatted("""
            (s.rank, s.written_at, s.conversation_id) < (cast(:rank as real), :writtenAt, :conversation)
            """);
    // Which words of the found texts are meant by any of those that were looked for.
    private static final String HITS = """
            with wanted as materialized (
              select search_query(array[k.typed], array[k.plain]) as query from unnest(:typed, :plain) as k(typed, plain))
            select w.word from unnest(:words, :plainWords, :languages) as w(word, plain, language)
            where exists (select from wanted where (to_tsvector(cast(w.language as regconfig), w.word)
              || to_tsvector('simple', w.plain)) @@ wanted.query)
            """;

    private final Database database;

    public Search(Database database) {
        this.database = database;
    }

    /// A text that was found, and by whose rules its words are read.
    public record Text(String language, String content) {}

    /// The best conversations after this place; the very best when null.
    public List<Match> find(UUID organization, SearchTerms terms, Match.@Nullable Place after, int limit) {
        return database.inOrganization(organization, handle -> {
            var query = asked(handle, after == null ? FIRST : AFTER, terms)
                    .bind("organization", organization)
                    .bind("weighed", WEIGHED)
                    .bind("limit", limit);
            if (after != null) {
                query.bind("rank", after.rank())
                        .bind("writtenAt", Timestamp.from(after.writtenAt()))
                        .bind("conversation", after.conversation());
            }
            return query.map((row, _) -> match(organization, row)).list();
        });
    }

    /// What marks the words in these texts.
    public Highlighter highlighter(UUID organization, SearchTerms terms, List<Text> texts) {
        Set<Text> words = new HashSet<>();
        for (var text : texts) {
            Words.in(text.content()).forEach(place -> words.add(new Text(text.language(), place.word())));
        }
        List<Text> each = new ArrayList<>(words);
        return database.inOrganization(
                organization,
                handle -> new Highlighter(asked(handle, HITS, terms)
                        .bindArray(
                                "words",
                                String.class,
                                each.stream().map(Text::content).toArray())
                        .bindArray(
                                "plainWords",
                                String.class,
                                each.stream()
                                        .map(word -> Words.plain(word.content()))
                                        .toArray())
                        .bindArray(
                                "languages",
                                String.class,
                                each.stream().map(Text::language).toArray())
                        .mapTo(String.class)
                        .set()));
    }

    private static Query asked(Handle handle, String sql, SearchTerms terms) {
        return handle.createQuery(sql)
                .bindArray("typed", String.class, terms.typed().toArray())
                .bindArray("plain", String.class, terms.plain().toArray());
    }

    private static Match match(UUID organization, ResultSet row) throws SQLException {
        var conversation = row.getObject("conversation_id", UUID.class);
        var message = row.getObject("id", UUID.class);
        return new Match(
                new ConversationId(organization, conversation),
                new Match.Place(
                        row.getFloat("rank"), row.getTimestamp("written_at").toInstant(), conversation),
                row.getLong("matches"),
                row.getString("language"),
                message == null
                        ? null
                        : new Match.Found(
                                message,
                                row.getLong("sequence"),
                                row.getString("sender"),
                                row.getString("content"),
                                List.of((String[]) row.getArray("files").getArray()),
                                row.getTimestamp("created_at").toInstant()));
    }
}
