package io.chask.seed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Rows of one organization, bound to a statement column by column, as `unnest` takes them.
final class Columns<R> {

    private final Update update;
    private final List<R> rows;

    Columns(Update update, UUID organization, List<R> rows) {
        // One list of columns serves statements that need some of them each.
        this.update = update.configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("organization", organization);
        this.rows = rows;
    }

    <T> Columns<R> put(String name, Class<T> type, Function<R, @Nullable T> value) {
        update.bindArray(name, type, rows.stream().map(value).toArray());
        return this;
    }

    /// As the statements cast it.
    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    void execute() {
        update.execute();
    }
}
