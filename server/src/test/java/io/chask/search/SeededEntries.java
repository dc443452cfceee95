package io.chask.search;

import io.chask.audit.Actor;
import io.chask.database.TestDatabase;
import io.chask.organization.Organizations;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A shop with many conversations whose words are indexed. Every message has the word "order", every tenth conversation
/// is María's, every hundredth conversation has one message about a refund, and one speaks of a zeppelin.
record SeededEntries(TestDatabase database, UUID organization) {

    private static final String CONVERSATIONS = """
            insert into visitor (organization_id, id) values ('%1$s', '%1$s');
            insert into conversation (organization_id, id, visitor_id, last_sequence, listed_at)
            select '%1$s', md5('%1$s' || n)::uuid, '%1$s', %3$s, now() - make_interval(secs => n)
            from generate_series(1, %2$s) n;
            insert into search_progress (organization_id, conversation_id, indexed, described)
            select '%1$s', md5('%1$s' || n)::uuid, %3$s, true from generate_series(1, %2$s) n;
            """;
    private static final String ENTRIES = """
            insert into search_entry (organization_id, conversation_id, sequence, language, written_at, words)
            select '%1$s', md5('%1$s' || n)::uuid, s, 'english', now() - make_interval(secs => n * 100 - s),
              setweight(to_tsvector('english', text) || to_tsvector('simple', text),
                (case s when 0 then 'A' else 'D' end)::"char") || array_to_tsvector(array['=' || '%1$s'])
            from generate_series(1, %2$s) n, generate_series(0, %3$s) s,
              lateral (select case when s = 0 then case when n %% 10 = 0 then 'maria' else 'visitor' || n end || ' someone' || n
                || ' mail' || n || ' shop test' else 'my order number ' || n * s || ' has not arrived since ' || s
                || ' days and word' || (n * 7 + s) %% 5000 || ' or word' || (n * 13 + s) %% 900
                || case when n %% 100 = 0 and s = 3 then ' please refund it' else '' end
                || case when n = %2$s / 2 and s = 2 then ' it was a zeppelin' else '' end end as text) t
            """;

    static SeededEntries create(TestDatabase database, int conversations, int messages) {
        var organization = new Organizations(database.application(), new SecureRandom())
                .create("Shop", List.of(), Actor.SYSTEM, Instant.EPOCH)
                .organization()
                .id();
        for (var sql : List.of(CONVERSATIONS, ENTRIES)) {
            database.execute(sql.formatted(organization, conversations, messages));
        }
        return new SeededEntries(database, organization);
    }

    static SearchTerms terms(String words) {
        return SearchTerms.parse(words).orElseThrow();
    }

    List<Match> find(String words) {
        return new Search(database.application()).find(organization, terms(words), null, 50);
    }
}
