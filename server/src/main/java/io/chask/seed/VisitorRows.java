package io.chask.seed;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes visitors and what they did on the pages.
record VisitorRows(Handle handle, UUID organization) {

    private static final String VISITORS = """
            insert into visitor (organization_id, id, invented, user_id, name, email, phone, company_name, locale,
              user_created_at, attributes, page_url, page_title, page_referrer, user_agent, created_at, last_seen_at)
            select :organization, v.id, true, v.customer, v.name, v.email, v.phone, v.company, v.locale,
              cast(v.joined as timestamptz), cast(v.attributes as jsonb), v.url, v.title, v.referrer, v.agent,
              cast(v.first as timestamptz), cast(v.last as timestamptz)
            from unnest(:visitors, :customers, :names, :emails, :phones, :companies, :locales, :joined, :attributes,
              :urls, :titles, :referrers, :userAgents, :firsts, :lasts)
              as v(id, customer, name, email, phone, company, locale, joined, attributes, url, title, referrer, agent,
                first, last)
            """;
    private static final String DOINGS = """
            insert into visitor_visit (organization_id, visitor_id, kind, at, page_url, page_title)
            select :organization, d.visitor, d.kind, cast(d.at as timestamptz), d.url, d.title
            from unnest(:visitors, :kinds, :times, :urls, :titles) as d(visitor, kind, at, url, title)
            """;

    void write(List<SeededVisitor> batch) {
        new Columns<>(handle.createUpdate(VISITORS), organization, batch)
                .put("visitors", UUID.class, SeededVisitor::id)
                .put("customers", String.class, each -> each.person().customer())
                .put("names", String.class, each -> each.person().name())
                .put("emails", String.class, each -> each.person().email())
                .put("phones", String.class, each -> each.person().phone())
                .put("companies", String.class, each -> each.person().company())
                .put("locales", String.class, each -> each.person().locale())
                .put("joined", String.class, each -> Columns.text(each.person().joined()))
                .put("attributes", String.class, each -> each.person().attributes())
                .put("urls", String.class, each -> each.page().url())
                .put("titles", String.class, each -> each.page().title())
                .put("referrers", String.class, SeededVisitor::referrer)
                .put("userAgents", String.class, SeededVisitor::userAgent)
                .put("firsts", String.class, each -> each.firstSeen().toString())
                .put("lasts", String.class, each -> each.lastSeen().toString())
                .execute();
        writeDoings(batch);
    }

    private record Row(UUID visitor, SeededVisitor.Doing doing) {}

    private void writeDoings(List<SeededVisitor> batch) {
        var rows = batch.stream()
                .flatMap(each -> each.doings().stream().map(doing -> new Row(each.id(), doing)))
                .toList();
        new Columns<>(handle.createUpdate(DOINGS), organization, rows)
                .put("visitors", UUID.class, Row::visitor)
                .put("kinds", String.class, row -> row.doing().kind())
                .put("times", String.class, row -> row.doing().at().toString())
                .put("urls", String.class, row -> row.doing().url())
                .put("titles", String.class, row -> row.doing().title())
                .execute();
    }
}
