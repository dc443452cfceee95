package io.chask.contact;

import io.chask.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a visitor has done, newest first. Part of it is noted for this alone; the rest is told by what is kept anyway.
/// All methods block.
public final class VisitorHistory {

    // How many messages of a conversation are looked at, the newest: a talk that is longer tells of so many.
    private static final int LONGEST_TALK = 1_000;

    // A visitor's message that opens a conversation again has no row of its own: it is the first one after the
    // change that had resolved it, and the order of the names tells the two in the order of what happened.
    //
    // Messages are told by the stretch, which is what lies between two other events, and take no other's place among
    // the newest: only those that are older than the oldest one told are left out.
    static final String READ = """
            with people as (
              select p.id from visitor p where p.organization_id = :organization and p.id = :visitor
              union all
              select p.id from visitor p
              where p.organization_id = :organization and p.merged_into = :visitor and p.merged_into is not null),
            talks as (
              select c.id, c.created_at from conversation c
              where c.organization_id = :organization and c.visitor_id = :visitor and c.visitor_id is not null
              order by c.last_message_at desc limit :most),
            files as (
              select a.created_at, a.conversation_id, a.name from attachment a
              where a.organization_id = :organization and a.uploader_id = :visitor and a.uploader = 'user'
              order by a.created_at desc limit :most),
            others as (
              select v.kind as type, v.at, null::uuid as conversation, v.page_url as url, v.page_title as title,
                null::smallint as score
              from people p join visitor_visit v on v.organization_id = :organization and v.visitor_id = p.id
              union all
              select 'session_started', t.created_at, t.id, null, null, null from talks t
              union all
              select 'attachment_uploaded', f.created_at, f.conversation_id, null, f.name, null from files f
              union all
              select 'rating_submitted', r.rated_at, t.id, null, null, r.score
              from talks t join rating r on r.organization_id = :organization and r.conversation_id = t.id
              union all
              select case s.status when 'resolved' then 'conversation_resolved' else 'conversation_reopened' end,
                s.changed_at, t.id, null, null, null
              from talks t join status_change s on s.organization_id = :organization and s.conversation_id = t.id
              union all
              select 'conversation_reopened', m.created_at, t.id, null, null, null
              from talks t
              join status_change s on s.organization_id = :organization and s.conversation_id = t.id
                and s.status = 'resolved'
              cross join lateral (
                select n.sequence, n.created_at from message n
                where n.organization_id = :organization and n.conversation_id = t.id and n.target_id is null
                  and n.sender = 'user' and n.sequence > s.after_sequence
                order by n.sequence limit 1) m
              where not exists (
                select from status_change o where o.organization_id = :organization and o.conversation_id = t.id
                  and o.number > s.number and o.after_sequence < m.sequence)
              order by 2 desc, 1 desc limit :most),
            said as (
              select case m.sender when 'user' then 'message_sent' else 'message_received' end as type,
                m.created_at as at, t.id as conversation
              from talks t cross join lateral (
                select n.sender, n.created_at from message n
                where n.organization_id = :organization and n.conversation_id = t.id and n.target_id is null
                order by n.sequence desc limit :longest) m),
            placed as (
              select e.*, count(*) filter (where e.alone) over (order by e.at, e.type) as stretch
              from (
                select o.*, true as alone from others o
                union all
                select m.type, m.at, m.conversation, null, null, null, false from said m) e)
            select p.type, p.at, p.conversation, p.url, p.title, p.score, null::int as count from placed p where p.alone
            union all
            select p.type, max(p.at), p.conversation, null, null, null, count(*)::int from placed p
            where not p.alone and (p.stretch > 0 or (select count(*) from others) < :most)
            group by p.stretch, p.conversation, p.type
            order by 2 desc, 1 desc
            """;

    private final Database database;

    VisitorHistory(Database database) {
        this.database = database;
    }

    /// Something that was done.
    ///
    /// @param type  as the widget's analytics call it, where they do
    /// @param url   of the page on which it was done
    /// @param title of that page, or a file's name
    /// @param score of a rating
    /// @param count of messages that were sent, or received, one after the other; the time is the last one's
    public record Event(
            String type,
            Instant at,
            @Nullable UUID conversation,
            @Nullable String url,
            @Nullable String title,
            @Nullable Integer score,
            @Nullable Integer count) {}

    /// A visitor was met on a page.
    public void met(UUID organization, UUID visitor, Page page) {
        database.useOrganization(organization, handle -> new Doings(handle, organization).met(visitor, page));
    }

    /// A visitor has opened the window.
    public void opened(UUID organization, UUID visitor) {
        database.useOrganization(organization, handle -> new Doings(handle, organization).opened(visitor));
    }

    /// The newest events, at most so many, and what was said between and after them.
    public List<Event> of(UUID organization, UUID visitor, int most) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(READ)
                        .bind("organization", organization)
                        .bind("visitor", visitor)
                        .bind("most", most)
                        .bind("longest", LONGEST_TALK)
                        .map((row, _) -> new Event(
                                row.getString("type"),
                                row.getTimestamp("at").toInstant(),
                                row.getObject("conversation", UUID.class),
                                row.getString("url"),
                                row.getString("title"),
                                row.getObject("score", Integer.class),
                                row.getObject("count", Integer.class)))
                        .list());
    }
}
