package io.chask.rating;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.report.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What was said, one by one, for those who want to read it. Blocks.
public final class RatingList {

    /// The newest that are told.
    public static final int MOST = 500;

    private static final String LIST = """
            select r.conversation_id, r.score, r.comment, r.rated_at, v.name, array(
              select t.name from conversation_tag ct
              join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
              where ct.organization_id = r.organization_id and ct.conversation_id = r.conversation_id
              order by lower(t.name)) as tags
            from rating r
            join conversation c on c.organization_id = r.organization_id and c.id = r.conversation_id
            join visitor v on v.organization_id = c.organization_id and v.id = c.visitor_id
            where r.organization_id = :organization and r.rated_at >= :begin and r.rated_at < :end
            order by r.rated_at desc, r.conversation_id limit :most
            """;

    private static final String COUNT = """
            select count(*) from rating r
            where r.organization_id = :organization and r.rated_at >= :begin and r.rated_at < :end
            """;

    private final Database database;

    public RatingList(Database database) {
        this.database = database;
    }

    /// A rating and what it is about.
    ///
    /// @param visitor his name, where it is known
    public record Entry(
            ConversationId conversation,
            Rating rating,
            Instant at,
            @Nullable String visitor,
            List<String> tags) {}

    /// Those that were first given in a period.
    ///
    /// @param newest at most [#MOST], the newest first
    /// @param total  how many there are
    public record Given(List<Entry> newest, long total) {}

    /// Those that were first given in the period.
    public Given of(UUID organization, Period period) {
        return database.inOrganization(organization, handle -> {
            var newest = in(handle.createQuery(LIST), organization, period)
                    .bind("most", MOST)
                    .map((row, _) -> entry(organization, row))
                    .list();
            long total = newest.size() < MOST
                    ? newest.size()
                    : in(handle.createQuery(COUNT), organization, period)
                            .mapTo(long.class)
                            .one();
            return new Given(newest, total);
        });
    }

    private static Query in(Query query, UUID organization, Period period) {
        return query.bind("organization", organization)
                .bind("begin", OffsetDateTime.ofInstant(period.begin(), ZoneOffset.UTC))
                .bind("end", OffsetDateTime.ofInstant(period.end(), ZoneOffset.UTC));
    }

    private static Entry entry(UUID organization, ResultSet row) throws SQLException {
        return new Entry(
                new ConversationId(organization, row.getObject("conversation_id", UUID.class)),
                new Rating(row.getInt("score"), row.getString("comment")),
                row.getTimestamp("rated_at").toInstant(),
                row.getString("name"),
                List.of((String[]) row.getArray("tags").getArray()));
    }
}
