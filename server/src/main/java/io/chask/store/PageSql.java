package io.chask.store;

import io.chask.conversation.InboxQuery;

/// The query of a page of the inbox.
final class PageSql {

    private static final String OF_STATUS = " and c.status = :status";
    private static final String AFTER =
            " and c.listed_at <= :afterTime and (c.listed_at, c.id) < (:afterTime, :afterId)";

    // Says what is always true: without it the partial index of the inbox is not considered.
    private static final String FIRST = " and c.listed_at <= 'infinity'";
    private static final String ORDER = " order by c.listed_at desc, c.id desc limit :limit";

    private static final String OF_ANY = " and c.id = any(array(select p.id from (";
    private static final String OPEN =
            "(select c.id, c.listed_at from conversation c where c.organization_id = :organization and c.status = 'open'";
    private static final String RESOLVED = "(select c.id, c.listed_at from conversation c"
            + " where c.organization_id = :organization and c.status = 'resolved'";
    private static final String END_OF_ANY = ") p order by p.listed_at desc, p.id desc limit :limit))";

    private PageSql() {}

    /// Binds what [SummarySql#SELECT] and [WorkFilterSql] do, `:limit`, `:status` where there is one, and `:afterTime`
    /// and `:afterId` where a page was before.
    static String of(InboxQuery query) {
        String conditions = WorkFilterSql.conditions(query.work()) + (query.after() == null ? FIRST : AFTER);
        return query.status() == null ? ofAny(conditions) : SummarySql.SELECT + OF_STATUS + conditions + ORDER;
    }

    /// The index of the inbox begins with the status, so it has the order of one status only: a page of both is the
    /// first of a page of each. Its entries are settled before anything is read of them.
    private static String ofAny(String conditions) {
        return SummarySql.SELECT
                + OF_ANY
                + (OPEN + conditions + ORDER + ") union all ")
                + (RESOLVED + conditions + ORDER + ")")
                + END_OF_ANY
                + ORDER;
    }
}
