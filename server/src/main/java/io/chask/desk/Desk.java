package io.chask.desk;

import io.chask.database.Database;
import java.util.UUID;

/// Everything agents do with conversations besides writing in them.
public record Desk(Works works, Assignments assignments, Snoozes snoozes, Tags tags, Notes notes, WorkLog log) {

    /// A desk over this database.
    public static Desk of(Database database, WorkListener listener) {
        return new Desk(
                new Works(database),
                new Assignments(database, listener),
                new Snoozes(database, listener),
                new Tags(database, listener, UUID::randomUUID),
                new Notes(database, listener),
                new WorkLog(database));
    }
}
