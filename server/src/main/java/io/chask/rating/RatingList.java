package io.chask.rating;

import io.chask.database.Database;
import io.chask.report.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What was said, one by one, for those who want to read it. Blocks.
public final class RatingList {

    /// The most that are told at once.
    public static final int MOST = 500;

    private static final String LIST = """
            select r.conversation_id, r.resolution, r.score, r.comment, r.rated_at, v.name, array(
              select t.name from conversation_tag ct
              join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
              where ct.organization_id = r.organization_id and ct.conversation_id = r.conversation_id
              order by lower(t.name)) as tags
            from rating r
            join conversation c on c.organization_id = r.organization_id and c.id = r.conversation_id
            join visitor v on v.organization_id = c.organization_id and v.id = c.visitor_id
            where r.organization_id = :organization and r.rated_at >= :begin and r.rated_at < :end
              and (r.rated_at, r.conversation_id, r.resolution) < (:at, :conversation, :resolution)
            order by r.rated_at desc, r.conversation_id desc, r.resolution desc limit :most
            """;

    private static final String COUNT = """
            select count(*) from rating r
            where r.organization_id = :organization and r.rated_at >= :begin and r.rated_at < :end
            """;

    private static final UUID NIL = new UUID(0, 0);

    private final Database database;

    public RatingList(Database database) {
        this.database = database;
    }

    /// Where a rating stands among all: what is given meanwhile moves none.
    ///
    /// @param resolution which of the conversation's it is about
    public record Place(Instant at, UUID conversation, long resolution) {}

    /// A rating and what it is about.
    ///
    /// @param visitor his name, where it is known
    public record Entry(
            Place place, Rating rating, @Nullable String visitor, List<String> tags) {}

    /// A part of those that were first given in a period.
    ///
    /// @param entries the newest first
    /// @param next    the last of them where there are more
    /// @param total   how many there are in the whole period
    public record Given(List<Entry> entries, @Nullable Place next, long total) {}

    /// Those that were first given in the period, at most [#MOST].
    ///
    /// @param after the last of those that were told before, or null
    public Given of(UUID organization, Period period, @Nullable Place after) {
        var from = after == null ? new Place(period.end(), NIL, 0) : after;
        return database.inOrganization(organization, handle -> {
            var found = in(handle.createQuery(LIST), organization, period)
                    .bind("at", OffsetDateTime.ofInstant(from.at(), ZoneOffset.UTC))
                    .bind("conversation", from.conversation())
                    .bind("resolution", from.resolution())
                    .bind("most", MOST + 1)
                    .map((row, _) -> entry(row))
                    .list();
            if (found.size() <= MOST) {
                return new Given(found, null, after == null ? found.size() : count(handle, organization, period));
            }
            var entries = found.subList(0, MOST);
            return new Given(entries, entries.getLast().place(), count(handle, organization, period));
        });
    }

    private static long count(Handle handle, UUID organization, Period period) {
        return in(handle.createQuery(COUNT), organization, period)
                .mapTo(long.class)
                .one();
    }

    private static Query in(Query query, UUID organization, Period period) {
        return query.bind("organization", organization)
                .bind("begin", OffsetDateTime.ofInstant(period.begin(), ZoneOffset.UTC))
                .bind("end", OffsetDateTime.ofInstant(period.end(), ZoneOffset.UTC));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new Place(
                        row.getTimestamp("rated_at").toInstant(),
                        row.getObject("conversation_id", UUID.class),
                        row.getLong("resolution")),
                new Rating(row.getInt("score"), row.getString("comment")),
                row.getString("name"),
                List.of((String[]) row.getArray("tags").getArray()));
    }
}
