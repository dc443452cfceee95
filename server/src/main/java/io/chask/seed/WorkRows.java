package io.chask.seed;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes what agents did with conversations, how visitors rated it, and what the reports count of it.
record WorkRows(Handle handle, UUID organization) {

    private static final String WORK = """
            insert into conversation_work (organization_id, conversation_id, assignee_id, assigned_at, snoozed_until,
              snoozed_after)
            select :organization, w.id, w.assignee, cast(w.begun as timestamptz) + interval '15 seconds',
              cast(w.until as timestamptz), case when w.until is not null then w.last end
            from unnest(:ids, :assignees, :begun, :until, :lasts) as w(id, assignee, begun, until, last)
            where w.assignee is not null
            """;
    private static final String RESOLVED = """
            insert into status_change (organization_id, conversation_id, status, after_sequence, changed_at)
            select :organization, c.id, c.status, c.last, cast(c.resolved as timestamptz)
            from unnest(:ids, :statuses, :lasts, :resolved) as c(id, status, last, resolved)
            where c.status = 'resolved'
            """;
    private static final String LOG = """
            insert into work_event (organization_id, conversation_id, at, kind, actor_id, agent_id, until)
            select :organization, w.id, e.at, e.kind, w.agent, e.agent, e.until
            from unnest(:ids, :agents, :assignees, :statuses, :begun, :ended, :resolved, :until)
              as w(id, agent, assignee, status, begun, ended, resolved, until)
            cross join lateral (values
              ('assigned', cast(w.begun as timestamptz) + interval '15 seconds', w.assignee, null::timestamptz,
                w.assignee is not null),
              ('snoozed', cast(w.ended as timestamptz) + interval '2 minutes', null, cast(w.until as timestamptz),
                w.until is not null),
              ('resolved', cast(w.resolved as timestamptz), null, null, w.status = 'resolved')
            ) as e(kind, at, agent, until, done)
            where e.done order by e.at
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
    private static final String RATINGS_LOG = """
            insert into work_event (organization_id, conversation_id, at, kind, score, comment)
            select :organization, r.conversation_id, r.rated_at, 'rated', r.score, r.comment
            from rating r where r.organization_id = :organization and r.conversation_id = any(:ids) order by r.rated_at
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

    void write(List<SeededConversation> batch) {
        for (var sql : List.of(WORK, RESOLVED, LOG, PAGES, RATED, RATINGS_LOG, SATISFACTION)) {
            new Columns<>(handle.createUpdate(sql), organization, batch)
                    .put("ids", UUID.class, SeededConversation::id)
                    .put("locales", String.class, SeededConversation::locale)
                    .put("statuses", String.class, SeededConversation::status)
                    .put("agents", UUID.class, SeededConversation::agent)
                    .put("assignees", UUID.class, SeededConversation::assignee)
                    .put("lasts", Long.class, SeededConversation::last)
                    .put("begun", String.class, each -> each.begun().toString())
                    .put("ended", String.class, each -> each.ended().toString())
                    .put("resolved", String.class, each -> each.resolvedAt().toString())
                    .put("until", String.class, each -> Columns.text(each.snoozedUntil()))
                    .execute();
        }
    }
}
