package io.chask.contact;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Notes what a visitor did that nothing else keeps, within a transaction. The same on the same page is noted once in
/// half an hour, and only the last doings of a visitor are kept.
record Doings(Handle handle, UUID organization) {

    /// Doings that are kept of a visitor.
    private static final int KEPT = 50;

    private static final String NOTE_PAGE = """
            insert into visitor_visit (organization_id, visitor_id, kind, at, page_url, page_title)
            select :organization, :visitor, 'page_viewed', clock_timestamp(), :url, cast(:title as text)
            where not exists (
              select from visitor_visit d where d.organization_id = :organization and d.visitor_id = :visitor
                and d.kind = 'page_viewed' and d.page_url = :url and d.at > now() - interval '30 minutes')
            """;
    private static final String NOTE = """
            insert into visitor_visit (organization_id, visitor_id, kind, at, page_url, page_title)
            select v.organization_id, v.id, :kind, clock_timestamp(), v.page_url, v.page_title
            from visitor v where v.organization_id = :organization and v.id = :visitor and not exists (
              select from visitor_visit d where d.organization_id = v.organization_id and d.visitor_id = v.id
                and d.kind = :kind and d.page_url is not distinct from v.page_url
                and d.at > now() - interval '30 minutes')
            """;
    private static final String FORGET = """
            delete from visitor_visit where organization_id = :organization and visitor_id = :visitor and number <= (
              select d.number from visitor_visit d where d.organization_id = :organization and d.visitor_id = :visitor
              order by d.number desc offset :kept limit 1)
            """;

    /// He was met on a page; one that says nothing of itself is not noted.
    void met(UUID visitor, Page page) {
        if (page.url() == null) {
            return;
        }
        int noted = handle.createUpdate(NOTE_PAGE)
                .bind("organization", organization)
                .bind("visitor", visitor)
                .bind("url", page.url())
                .bind("title", page.title())
                .execute();
        forget(visitor, noted);
    }

    void opened(UUID visitor) {
        note(visitor, "widget_opened");
    }

    /// He has said who he is, or another than before.
    void identified(UUID visitor) {
        note(visitor, "identified");
    }

    /// Whether a change says who somebody is.
    static boolean identifies(Person before, Person after) {
        return says(before.userId(), after.userId())
                || says(before.name(), after.name())
                || says(before.email(), after.email());
    }

    private static boolean says(@Nullable String before, @Nullable String after) {
        return after != null && !after.equals(before);
    }

    private void note(UUID visitor, String kind) {
        int noted = handle.createUpdate(NOTE)
                .bind("organization", organization)
                .bind("visitor", visitor)
                .bind("kind", kind)
                .execute();
        forget(visitor, noted);
    }

    private void forget(UUID visitor, int noted) {
        if (noted > 0) {
            handle.createUpdate(FORGET)
                    .bind("organization", organization)
                    .bind("visitor", visitor)
                    .bind("kept", KEPT)
                    .execute();
        }
    }
}
