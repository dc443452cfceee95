package io.chask.report;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Counts ratings in the transaction that makes them: there are few, and a worker would have to be told which of them
/// have changed.
public final class Satisfaction {

    private static final String GIVEN = """
            insert into report_quarter as q (organization_id, quarter, rated_1, rated_2, rated_3, rated_4, rated_5)
            select :organization, cast(:quarter as timestamptz),
              cast(:score = 1 as integer), cast(:score = 2 as integer), cast(:score = 3 as integer),
              cast(:score = 4 as integer), cast(:score = 5 as integer)
            on conflict (organization_id, quarter) do update set
              rated_1 = q.rated_1 + excluded.rated_1, rated_2 = q.rated_2 + excluded.rated_2,
              rated_3 = q.rated_3 + excluded.rated_3, rated_4 = q.rated_4 + excluded.rated_4,
              rated_5 = q.rated_5 + excluded.rated_5
            """;
    private static final String CHANGED = """
            update report_quarter q set
              rated_1 = q.rated_1 + cast(:score = 1 as integer) - cast(:before = 1 as integer),
              rated_2 = q.rated_2 + cast(:score = 2 as integer) - cast(:before = 2 as integer),
              rated_3 = q.rated_3 + cast(:score = 3 as integer) - cast(:before = 3 as integer),
              rated_4 = q.rated_4 + cast(:score = 4 as integer) - cast(:before = 4 as integer),
              rated_5 = q.rated_5 + cast(:score = 5 as integer) - cast(:before = 5 as integer)
            where q.organization_id = :organization and q.quarter = cast(:quarter as timestamptz)
            """;

    private Satisfaction() {}

    /// Somebody has rated.
    ///
    /// @param score 1 to 5
    public static void given(Handle handle, UUID organization, Instant at, int score) {
        handle.createUpdate(GIVEN)
                .bind("organization", organization)
                .bind("quarter", Figures.quarterOf(at).toString())
                .bind("score", score)
                .execute();
    }

    /// Somebody thinks otherwise now. It goes on counting when it was given.
    public static void changed(Handle handle, UUID organization, Instant given, int before, int score) {
        handle.createUpdate(CHANGED)
                .bind("organization", organization)
                .bind("quarter", Figures.quarterOf(given).toString())
                .bind("before", before)
                .bind("score", score)
                .execute();
    }
}
