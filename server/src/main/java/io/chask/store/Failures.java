package io.chask.store;

import java.sql.SQLException;
import java.util.Set;

/// Tells a failure of the database from one of a draft.
final class Failures {

    /// Connection, transaction rollback, resources, operator, system, object state: none of them is any draft's fault.
    private static final Set<String> OF_THE_DATABASE = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Failures() {}

    /// Whether the same drafts may succeed later.
    static boolean ofTheDatabase(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 || OF_THE_DATABASE.contains(state.substring(0, 2));
    }
}
