package io.chask.seed;

import io.chask.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Fills an organization with invented conversations, as the database's owner and in batches.
public final class Seeder {

    private static final int BATCH = 1000;

    private static final String REAL = """
            select exists (select from conversation c
              join visitor v on v.organization_id = c.organization_id and v.id = c.visitor_id
              where c.organization_id = :organization and coalesce(v.user_id, '') not like 'seed-%')
            """;
    private static final String AGENTS =
            "select id from agent where organization_id = :organization and disabled_at is null order by created_at, id";
    private static final String VISITORS = """
            insert into visitor (organization_id, id, user_id, name, email, locale, created_at, last_seen_at)
            select :organization, v.id, 'seed-' || v.id, v.name, v.email, v.locale, cast(v.at as timestamptz),
              cast(v.at as timestamptz)
            from unnest(:visitors, :names, :emails, :locales, :begun) as v(id, name, email, locale, at)
            """;
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
    private static final String WORK = """
            insert into conversation_work (organization_id, conversation_id, assignee_id)
            select :organization, w.id, w.assignee from unnest(:ids, :assignees) as w(id, assignee)
            where w.assignee is not null
            """;
    private static final String RESOLVED = """
            insert into status_change (organization_id, conversation_id, status, after_sequence, changed_at)
            select :organization, c.id, c.status, c.last, cast(c.ended as timestamptz) + interval '10 minutes'
            from unnest(:ids, :statuses, :lasts, :ended) as c(id, status, last, ended)
            where c.status = 'resolved'
            """;
    // Of every so many pages one began a conversation; the numbers only look as if they were counted.
    private static final String PAGES = """
            insert into report_quarter as q (organization_id, quarter, widget_loaded, widget_opened)
            select :organization, date_bin('15 minutes', cast(c.begun as timestamptz), 'epoch'),
              sum(14 + c.last * 3), sum(1 + c.last / 2)
            from unnest(:lasts, :begun) as c(last, begun) group by 2 order by 2
            on conflict (organization_id, quarter) do update set
              widget_loaded = q.widget_loaded + excluded.widget_loaded,
              widget_opened = q.widget_opened + excluded.widget_opened
            """;
    // Every second visitor says how content he was, most of them are; some say why.
    private static final String RATED = """
            insert into rating (organization_id, conversation_id, resolution, score, comment, rated_at)
            select :organization, c.id, s.number, r.score, w.comment, s.changed_at + interval '3 minutes'
            from unnest(:ids, :locales) as c(id, locale)
            join status_change s on s.organization_id = :organization and s.conversation_id = c.id
            cross join lateral (select abs(hashtext(c.id::text)::bigint) as luck) l
            cross join lateral (select width_bucket(luck % 100, array[0, 4, 9, 19, 49]) as score) r
            left join (values
              ('en', 5, 'Quick and friendly, thank you.'), ('en', 4, 'Good answer.'), ('en', 2, 'I waited too long.'),
              ('es', 5, 'Rápidos y amables, gracias.'), ('es', 4, 'Buena respuesta.'), ('es', 2, 'Esperé demasiado.'),
              ('pt-BR', 5, 'Rápidos e gentis.'), ('pt-BR', 4, 'Boa resposta.'), ('pt-BR', 2, 'Esperei demais.')
            ) as w(locale, score, comment) on w.locale = c.locale and w.score = r.score and luck / 100 % 3 = 0
            where luck / 300 % 2 = 0
            """;
    private static final String SATISFACTION = """
            insert into report_quarter as q (organization_id, quarter, rated_1, rated_2, rated_3, rated_4, rated_5)
            select :organization, date_bin('15 minutes', r.rated_at, 'epoch'), count(*) filter (where r.score = 1),
              count(*) filter (where r.score = 2), count(*) filter (where r.score = 3),
              count(*) filter (where r.score = 4), count(*) filter (where r.score = 5)
            from rating r where r.organization_id = :organization and r.conversation_id = any(:ids) group by 2 order by 2
            on conflict (organization_id, quarter) do update set
              rated_1 = q.rated_1 + excluded.rated_1, rated_2 = q.rated_2 + excluded.rated_2,
              rated_3 = q.rated_3 + excluded.rated_3, rated_4 = q.rated_4 + excluded.rated_4,
              rated_5 = q.rated_5 + excluded.rated_5
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

    private final Database owner;

    /// @param owner pool of the database's owner
    public Seeder(Database owner) {
        this.owner = owner;
    }

    /// What was made.
    public record Made(int conversations, int messages, int agents) {}

    /// Whether the organization has conversations that nobody has invented.
    public boolean hasRealOnes(UUID organization) {
        return owner.outsideOrganizations(handle -> handle.createQuery(REAL)
                .bind("organization", organization)
                .mapTo(Boolean.class)
                .one());
    }

    /// Makes so many conversations.
    ///
    /// @throws IllegalStateException when the organization has no agent
    public Made seed(UUID organization, int conversations, RandomGenerator random, Instant now) {
        var agents = owner.outsideOrganizations(handle -> handle.createQuery(AGENTS)
                .bind("organization", organization)
                .mapTo(UUID.class)
                .list());
        if (agents.isEmpty()) {
            throw new IllegalStateException("organization " + organization + " has no agent");
        }
        var invention = new Invention(random, agents, now);
        int messages = 0;
        for (int left = conversations; left > 0; left -= BATCH) {
            var batch = IntStream.range(0, Math.min(BATCH, left))
                    .mapToObj(_ -> invention.next())
                    .toList();
            owner.outsideOrganizations(handle -> write(handle, organization, batch));
            messages += batch.stream().mapToInt(each -> each.said().size()).sum();
        }
        return new Made(conversations, messages, agents.size());
    }

    private static boolean write(Handle handle, UUID organization, List<SeededConversation> batch) {
        for (var sql : List.of(VISITORS, CONVERSATIONS)) {
            conversations(handle.createUpdate(sql), organization, batch);
        }
        messages(handle, organization, batch);
        for (var sql : List.of(WORK, RESOLVED, PAGES, RATED, SATISFACTION)) {
            conversations(handle.createUpdate(sql), organization, batch);
        }
        tags(handle, organization, batch);
        return true;
    }

    private static void conversations(Update update, UUID organization, List<SeededConversation> batch) {
        new Columns<>(update, organization, batch)
                .put("ids", UUID.class, SeededConversation::id)
                .put("visitors", UUID.class, SeededConversation::visitor)
                .put("names", String.class, SeededConversation::name)
                .put("emails", String.class, SeededConversation::email)
                .put("locales", String.class, SeededConversation::locale)
                .put("statuses", String.class, Seeder::status)
                .put("assignees", UUID.class, SeededConversation::assignee)
                .put("lasts", Long.class, each -> (long) each.said().size())
                .put("begun", String.class, each -> each.begun().toString())
                .put("ended", String.class, each -> each.ended().toString())
                .execute();
    }

    private static String status(SeededConversation conversation) {
        return conversation.resolved() ? "resolved" : "open";
    }

    private record Row(SeededConversation of, long sequence, SeededConversation.Said said) {}

    private static void messages(Handle handle, UUID organization, List<SeededConversation> batch) {
        List<Row> rows = new ArrayList<>();
        for (var each : batch) {
            for (var said : each.said()) {
                rows.add(new Row(each, each.said().indexOf(said) + 1L, said));
            }
        }
        new Columns<>(handle.createUpdate(MESSAGES), organization, rows)
                .put("conversations", UUID.class, row -> row.of().id())
                .put("sequences", Long.class, Row::sequence)
                .put("messages", UUID.class, row -> row.said().id())
                .put("senders", String.class, Seeder::sender)
                .put("authors", UUID.class, Seeder::author)
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

    private record Tagged(UUID conversation, String tag) {}

    private static void tags(Handle handle, UUID organization, List<SeededConversation> batch) {
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
