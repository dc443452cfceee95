package io.chask.store;

import java.sql.SQLException;
import java.util.Set;

/// Tells a failure of the database from one of a draft.
final class Failures {

    /// Connection, transaction rollback, resources, operator, system, object state: none of them is any draft's fault.
    private static final Set<String> OF_THE_DATABASE = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Failures() {}

    /// Data, constraints, and what a statement may not do with them: the only refusals that name what was given.
    private static final Set<String> OF_THE_DRAFT = Set.of("22", "23", "42");

    /// Whether nothing can be stored at the moment.
    static boolean ofTheDatabase(SQLException failure) {
        String type = type(failure);
        return type.isEmpty() || OF_THE_DATABASE.contains(type);
    }

    /// Whether a draft that stands alone is to blame for good. Of anything else, such as a broken index, it is
    /// innocent: it may succeed later.
    static boolean ofTheDraft(SQLException failure) {
        return OF_THE_DRAFT.contains(type(failure));
    }

    private static String type(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
