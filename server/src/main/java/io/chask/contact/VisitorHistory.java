package io.chask.contact;

import io.chask.database.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a visitor has done, newest first. Pages are noted here; the rest is told by what is kept anyway. All methods
/// block.
public final class VisitorHistory {

    /// Pages that are kept of a visitor.
    private static final int KEPT = 50;

    /// A page that is loaded again within this time is the same visit.
    private static final Duration SAME_VISIT = Duration.ofMinutes(30);

    private static final String NOTE = """
            insert into visitor_visit (organization_id, visitor_id, at, page_url, page_title)
            select :organization, :visitor, cast(:at as timestamptz), :url, cast(:title as text)
            where not exists (
              select from visitor_visit v where v.organization_id = :organization and v.visitor_id = :visitor
                and v.page_url = :url and v.at > :before)
            """;
    private static final String FORGET = """
            delete from visitor_visit where organization_id = :organization and visitor_id = :visitor and number <= (
              select v.number from visitor_visit v where v.organization_id = :organization and v.visitor_id = :visitor
              order by v.number desc offset :kept limit 1)
            """;
    private static final String READ = """
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
              order by a.created_at desc limit :most)
            select 'page_viewed' as type, v.at, null::uuid as conversation, v.page_url as url, v.page_title as title
            from people p join visitor_visit v on v.organization_id = :organization and v.visitor_id = p.id
            union all
            select 'session_started', t.created_at, t.id, null, null from talks t
            union all
            select case m.sender when 'user' then 'message_sent' else 'message_received' end, m.created_at, t.id, null, null
            from talks t cross join lateral (
              select n.sender, n.created_at from message n
              where n.organization_id = :organization and n.conversation_id = t.id and n.target_id is null
              order by n.sequence desc limit :most) m
            union all
            select 'attachment_uploaded', f.created_at, f.conversation_id, null, f.name from files f
            order by 2 desc limit :most
            """;

    private final Database database;

    VisitorHistory(Database database) {
        this.database = database;
    }

    /// Something that was done.
    ///
    /// @param type  as the widget's analytics call it, or `page_viewed`
    /// @param title of the page, or a file's name
    public record Event(
            String type,
            Instant at,
            @Nullable UUID conversation,
            @Nullable String url,
            @Nullable String title) {}

    /// A visitor was met on a page.
    public void note(UUID organization, UUID visitor, Page page, Instant at) {
        if (page.url() == null) {
            return;
        }
        database.useOrganization(organization, handle -> {
            int noted = handle.createUpdate(NOTE)
                    .bind("organization", organization)
                    .bind("visitor", visitor)
                    .bind("at", Timestamp.from(at))
                    .bind("before", Timestamp.from(at.minus(SAME_VISIT)))
                    .bind("url", page.url())
                    .bind("title", page.title())
                    .execute();
            if (noted > 0) {
                forget(handle, organization, visitor);
            }
        });
    }

    private static void forget(Handle handle, UUID organization, UUID visitor) {
        handle.createUpdate(FORGET)
                .bind("organization", organization)
                .bind("visitor", visitor)
                .bind("kept", KEPT)
                .execute();
    }

    /// The newest events, at most so many.
    public List<Event> of(UUID organization, UUID visitor, int most) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(READ)
                        .bind("organization", organization)
                        .bind("visitor", visitor)
                        .bind("most", most)
                        .map((row, _) -> new Event(
                                row.getString("type"),
                                row.getTimestamp("at").toInstant(),
                                row.getObject("conversation", UUID.class),
                                row.getString("url"),
                                row.getString("title")))
                        .list());
    }
}
